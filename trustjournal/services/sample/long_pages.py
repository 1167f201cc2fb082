"""Longer pages of the sample life, one for each of its six chapters, written on evenings with more time."""

from __future__ import annotations

from trustjournal.services.sample.page import Page

LONG_PAGES = (
    Page(
        "What I remember, in order",
        "Alex",
        "money, talk",
        """
        I want to put the year in order once, so that it stops coming at me in pieces. In the first month
        there was the car, and Alex said that the garage would take it in parts. I believe that now to be
        the day of the loan. Then there was the brother's move. Then there was a long stretch in which we
        were happy, as far as I can say, and I would like to keep that. I was there. I do not think that
        all of it was painted on.

        Then there were the evenings when Alex did the post alone and was glad, I thought, to spare me the
        trouble. Then the holiday we did not take. I asked why, and the answer was tiredness. I remember
        that I felt looked after when I heard it, because I was tired too.

        That is the part that I keep turning over. It is not that I was told something untrue about money.
        It is that I was comforted with it. I do not know yet what to do with this. I only know that it is
        the true size of the thing, and that four thousand is not.

        Now: it is raining, the window is open a hand's breadth, and I can hear somebody practise scales.
        """,
    ),
    Page(
        "Being checked, from the other side",
        "Myself Alex",
        "small steps, talk",
        """
        Something happened that I would like to be honest about. My manager asked for the receipts of the
        trip, all of them, and then asked about one that was missing. It was nineteen for a taxi. I had
        lost it. I explained, and I heard my voice get high and fast, like the voice of somebody who has
        done something. I had done nothing. I had lost a bit of paper.

        On the way home I thought of Alex, who has laid every bit of paper on my side of the desk for
        weeks now and has not once sighed about it. I had taken it as what I was owed. Perhaps it is. It
        must also be tiring to be looked at like that, and to know each time that there is a reason for it.

        I told Alex about the taxi. I did not say, so now I know how it is for you, because I do not, and
        it is not the same. I said: thank you for not sighing. Alex was quiet, and then said that it helps
        to know how long. I can't say how long. I could say until when we look at it again, though. We
        wrote a date into the calendar, the first Friday in three months.
        """,
    ),
    Page(
        "Bus money",
        "Myself",
        "family",
        """
        I keep thinking about the bus money in my shoe. It was two coins, and they left a mark on my heel.
        I never had to use them. My father came late again, two or three times, and each time he did come.
        But I did not go back to waiting without the coins. It was not that I thought he would not come.
        It was that I never again wanted to be somebody who could only wait.

        When I look at it like this I have quite a few coins in my shoes. There is my own account, which
        is sensible. There is the key that I have to Mina's flat. There is the habit of knowing the last
        train. There is also the way I keep a bit of myself back when things are good, so that I would not
        be out of practice if they were not.

        The first ones cost nothing, and I will keep them. The last one costs something. I do not think
        that I can just decide to take it out. But I could notice when I put it in. Yesterday Alex asked
        what I was thinking, in the car, by the sea, and I said “nothing”. It was not nothing. It was: I
        like this, please let it stay. I put that in my shoe. I could have said it.
        """,
    ),
    Page(
        "Two kinds of sorry",
        "Mina Alex",
        "friends, talk",
        """
        Mina's sorry on the bench has stayed with me, and I have tried to find out what was good about it.
        She did not explain first. She said what she had done, and then what it had done to me, and she
        got that part right because she asked. Then she said what she would do, today, and she did it.
        After that she did not ask if we were fine again. I think this was the hardest part for her.

        The sorry I grew up with went another way. It was loud and it came with a cake. If you did not
        smile by the time the cake was cut, then you were the one who was spoiling things. So I learned to
        smile quite fast, and to stay hurt on the inside, where it bothered nobody.

        Alex's sorry in the first weeks was a bit like the cake, if I am fair. So much of it, and so often,
        that I had to look after it. Later it became smaller and came with a sheet of paper on Fridays. I
        can do more with the paper.

        And mine? When I was unfair to Sam last month I said “sorry, I was stressed”. That is half a sorry
        and half a note from my mother. I would like to practise leaving off the second half.
        """,
    ),
    Page(
        "Staying, for now",
        "Alex Myself",
        "talk, small steps",
        """
        My sister asked me on the phone whether I will stay. I said that I do not know, and that it is not
        tonight's question. She found that odd. I have thought about it since, and I do not find it odd.

        There is a picture of this in which you stand at a fork and choose, and then it is done. I have
        tried to stand at that fork, and what I see there is mostly fog. What I can see is a shorter way
        ahead. I can see whether bad news comes within a day. I can see whether Alex goes to the hour on
        Tuesday on days when I am not there to see it. I can see if I sleep. I can see if I become someone
        who reads other people's letters, which I do not want to be, with Alex or with anybody.

        So this is what I have told Alex, and Alex has told me something like it too: I am staying for
        now, with my eyes open, and I will look again in the new quarter. It is not a threat and not a
        promise. If I see that I am getting smaller, I will say so, and I will say it first to Mina so
        that I can't take it back.

        It felt calm to say. A calm thing can still be sad.
        """,
    ),
    Page(
        "For whoever I am next year",
        "Myself",
        "small steps",
        """
        A note for later, while I still remember how it was to be in the middle of it. You may have read
        this journal from the start by now and thought, so much about one letter. It was not about one
        letter. It was about finding out that I can be wrong about what I stand on, and that the floor of
        a life can be looked at, board by board, by two people with a torch.

        Things that I would like you to keep. Ask early and in one sentence. Believe facts slowly and let
        them add up. Rest is part of it. A feeling that shouts may still be seven years old. Being wrong
        about somebody in their favour is not the worst thing that can happen to you. You have done it
        and you are here, and you had soup.

        Things you could let go of, if you have not by now. The list of who knew what when. The wish to
        have noticed sooner. The habit of testing people with silence, they are so bad at that test, and
        the good ones most of all.

        I do not know if you and Alex still have the sheet on Fridays. I hope that there is tea. I hope
        that you would tell yourself if there were not.
        """,
    ),
)
