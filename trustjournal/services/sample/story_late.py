"""The second half of the sample life: a friend's mistake, a setback, and ground that holds."""

from __future__ import annotations

from trustjournal.services.sample.page import Page

A_FRIENDS_MISTAKE = (
    Page(
        "Mina told someone",
        "Mina",
        "friends",
        """
        At the market a woman I hardly know said she hoped that Alex and I were through the worst of it
        now. There is only one person she can have it from. I bought my onions and went home and sat on
        the stairs.

        It is not the woman. It is that Mina was the one place where I did not have to think about what I
        say. I have not rung her. I want to be sure of my words first: I saw, I felt, I would like.
        """,
    ),
    Page(
        "",
        "Mina",
        "friends, sleep",
        """
        Still have not called. Mina has written twice about the plant sale as if nothing had happened, so
        she does not know that I know. It is odd to be the one with the secret. I see how easy it would be
        to let a week go by, and then two.
        """,
    ),
    Page(
        "On the bench",
        "Mina",
        "friends, talk",
        """
        I told her on the bench behind the library. I said what I heard and from whom, and that I felt
        exposed. Mina put both hands over her mouth. She had told her sister, and she had said it was
        private, and the sister had not kept it. She did not defend it. She said: that was not mine to
        tell, I am sorry, and I will speak to my sister today.

        Then we sat for a while. I was not finished being hurt and she did not ask me to be. It began to
        rain and we shared the one umbrella, badly.
        """,
    ),
    Page(
        "",
        "Mina",
        "friends",
        """
        Mina rang to say what she had said to her sister, word for word. She also asked what I would like
        to be able to tell her from now on, and what not for the moment. I said, let us leave out money
        for a while. She said all right. I notice that the friendship has a new corner in it, a bit bare,
        but it is a corner and not a hole.
        """,
    ),
    Page(
        "Let down or lied to",
        "Mina Alex",
        "small steps",
        """
        I put the two things side by side. Alex kept something from me for over a year, and had to decide
        it again each month. Mina let something slip once, to one person, and owned it the same hour that
        I asked.

        They do not weigh the same and they do not need the same. What is alike is how my body takes it:
        cold hands, short breath, the wish to be alone and know everything. It rings the same bell for a
        fire and for burnt toast.
        """,
    ),
    Page(
        "",
        "Alex",
        "home",
        """
        Alex noticed that I was low about Mina and did not try to fix it. Made tea, put the blanket over
        my feet, went on reading in the same room. I have wanted to be looked after like that without
        having to explain myself first.
        """,
    ),
    Page(
        "",
        "Sam",
        "work",
        """
        The news came: two people from the other team have to go, nobody from ours. Sam told me before the
        meeting, as Sam had said months ago. I had half forgotten about it and it seems that Sam had not.
        """,
    ),
    Page(
        "",
        "Myself",
        "walk",
        """
        I was the one who forgot today. I had told the neighbour I would feed the cat and it went clean
        out of my head until nine in the evening. The cat was fine and rather rude about it. I told the
        neighbour myself, before the cat could. It was easier to say than I would have thought, and it
        makes me milder about other people's petrol.
        """,
    ),
    Page(
        "Swimming",
        "Mina",
        "friends",
        """
        A swim in the lake with Mina. The water was so cold that we could only shout. Afterwards, in the
        car with the heating on, she said she had been afraid I would just fade away from her without a
        word. I said I had thought about it. I am glad that we say such things now.
        """,
    ),
    Page(
        "",
        "Alex",
        "money, small steps",
        """
        The store card is paid off. Alex cut it up over the sink with the big scissors and we kept one
        piece, on the shelf beside the shells. I do not know what it stands for, but I like it there.
        """,
    ),
)

A_SETBACK = (
    Page(
        "The reminder",
        "Alex",
        "money",
        """
        A reminder in the post: one payment missed, eleven days ago. Alex did not mention it last Friday.
        I stood in the hall with my coat on again, same hall, same coat.

        This time I waited until Alex had sat down. I asked: did you know? Yes, since Monday. I wanted to
        fix it before I told you. I said that this is exactly the thing. Not the money. The fixing first.
        """,
    ),
    Page(
        "",
        "Alex",
        "sleep, talk",
        """
        We did not talk much yesterday. Alex slept on the sofa, by choice I think, or mine, we did not
        make it clear. I rated how far I can rely on Alex, and it was low, and I was tempted to make it
        lower to show somebody. There is nobody here to show it to. So I wrote down what it is.
        """,
    ),
    Page(
        "What is different",
        "Alex",
        "talk, small steps",
        """
        A list, because I was about to write that nothing has changed. Last time it was fourteen months,
        this time four days. Last time I heard it from the bank and had to pull out the rest piece by
        piece. This time Alex put the letter from the bank, the answer and the new plan on the table
        before I asked a second question.

        And what is the same: the first wish was to hide it. Alex said so, without my asking. I would
        rather have that sentence than a promise.
        """,
    ),
    Page(
        "",
        "Mina",
        "friends",
        """
        Told Mina about the reminder after all. It was money and I had said no money for a while, so it
        was my own rule to lift. She listened and asked before she hugged me. Nothing of it has come back
        to me from anybody, and I have stopped waiting for it to.
        """,
    ),
    Page(
        "The counsellor",
        "Alex",
        "talk",
        """
        First hour with the counsellor, both of us. She asked if each of us could speak freely with the
        other one there, and she waited until we had really thought about it. Alex talked about the house
        they grew up in, where a mistake with money meant a week of silence. I had heard that before as a
        story. I had never heard it as a reason.

        A reason is not an excuse, I know, and Alex said that too. But I understood the eleven days a bit
        better, and how long a week of silence is for somebody who is nine.
        """,
    ),
    Page(
        "",
        "Alex",
        "talk, small steps",
        """
        We have a new rule from the second hour: bad news within a day, fixed or not. It goes for both of
        us. I used it first, as it happens. I had scraped the car on the post by the school. I told Alex
        by four. My ears were hot.
        """,
    ),
    Page(
        "",
        "Myself",
        "sleep",
        """
        A flat sort of day. I did what there was to do. Nothing much to say about anybody, and I believe
        that is all right to write down as well.
        """,
    ),
    Page(
        "Sam's leave",
        "Sam",
        "work",
        """
        Sam told me about the illness at home and that there will be days with no warning. I said that I
        would take the Tuesday calls and not make a thing of it with the others unless Sam wants me to. It
        struck me later that I did not wonder for a second whether it was true. There it is, then. With
        some people I can.
        """,
    ),
    Page(
        "",
        "Alex",
        "money, small steps",
        """
        Bad news within a day, second time: Alex came out of the shower with wet hair to say that the
        garage will cost more than we thought. I laughed, it looked so urgent. Then we did the sum. It is
        fine. It is not even very bad news.
        """,
    ),
    Page(
        "Old hurt",
        "Myself Alex",
        "family, talk",
        """
        The counsellor asked how old the part of me is that stands in the hall with its coat on. I said,
        about seven, before I could think. We were all three quiet.

        So when the letter comes there are two people reading it. One is grown up and has a bank card and
        a good friend. The other one is at a school gate and it is getting dark. I can't send the small
        one away. But I could take it by the hand, and let the grown one read the letter.
        """,
    ),
)

GROUND_THAT_HOLDS = (
    Page(
        "",
        "Alex",
        "home",
        """
        Painted the back room, finally, in the green we bought two years ago. Alex does edges and I do the
        middle. At some point I noticed that I had left my phone open on the table with this journal's
        window on it, locked, but there, and that I did not mind.
        """,
    ),
    Page(
        "A year and some",
        "Alex Myself",
        "small steps",
        """
        I went back to the first pages today. I had forgotten how cold my hands were in those weeks. I
        would not say it is all mended. I would say that I know a good deal more. I know what Alex does
        when they are ashamed, and I know what I do when I am scared, and so do they.

        What I count on now, in facts: Fridays. Bad news within a day. The answer that just stops. What I
        do not count on yet: that Alex tells me first when it is about family. We talked about that and
        Alex agrees it is not there yet.
        """,
    ),
    Page(
        "",
        "Mina",
        "friends, family",
        """
        Mina's sister came to the plant sale and said, red in the face, that she owed me a word. I said
        thank you and bought two of her tomatoes. It took her most of a year. I have taken longer for
        less.
        """,
    ),
    Page(
        "",
        "Sam",
        "work",
        """
        Sam is back for good. There was a card on my desk and a very ugly cactus. In the card it says: for
        Tuesdays. I have put it where the old phone was. We did not say anything about it, and both of us
        were pleased.
        """,
    ),
    Page(
        "The last payment",
        "Alex",
        "money",
        """
        The loan is paid. It was a Friday, so we did the sheet as always, and the line said nought, and we
        both looked at it for a bit. Alex asked if I would like to stop the Fridays now. I thought about
        it, and I said I would like to keep them but every second week, because I have come to like the
        tea.
        """,
    ),
    Page(
        "",
        "Myself",
        "work, small steps",
        """
        I said no to the extra project, in one clear sentence, and then did not write a long mail to
        explain the no. Nobody fell over. I trust myself a bit more with every no that is only a no.
        """,
    ),
    Page(
        "False alarm",
        "Alex",
        "sleep",
        """
        Alex's phone lit up at one in the morning and I was wide awake, heart going, the whole old film. I
        lay there and named what I know and what I guess. Then I turned over. In the morning it turned out
        that the brother's baby has come, three weeks early and very loud.

        I told Alex about the film over coffee. Alex said, you could have woken me. I know. It is good to
        know.
        """,
    ),
    Page(
        "",
        "Alex",
        "family",
        """
        We held the baby. It looks like a thoughtful potato. The brother said that he would like to pay
        Alex back, bit by bit, and Alex looked at me before answering. It was not to ask for leave. It was
        to have me in it. I felt that down to my feet.
        """,
    ),
    Page(
        "What I would tell a friend",
        "Myself",
        "small steps",
        """
        If a friend stood in my hall with that letter now, I would say: eat something. Write down what you
        know. Ask your three questions and then stop for the day. You do not have to decide about the
        person this week. Watch what they do when it costs them something, and watch what you do as well.
        And do not go through it alone.
        """,
    ),
    Page(
        "",
        "Mina",
        "friends, walk",
        """
        Along the canal with Mina again, the long way. We tried to find the bench from that first talk and
        each of us was sure of a different one. We sat on both.
        """,
    ),
)
