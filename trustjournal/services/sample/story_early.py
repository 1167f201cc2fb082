"""The first half of the sample life: a hidden loan comes out, and the first plain talks about it."""

from __future__ import annotations

from trustjournal.services.sample.page import Page

FINDING_OUT = (
    Page(
        "The letter",
        "Alex",
        "money, home",
        """
        A letter from the bank came today, and it had both our names on the envelope and only Alex's on
        the page. A loan. It began fourteen months ago. I read it standing in the hall with my coat on.

        Alex came home at six. I put the letter on the table and said nothing for a while, because I did
        not know which sentence to begin with. Alex went white and said, I was going to tell you. Maybe
        that is so. I only know that there were fourteen months in which it did not happen.

        Facts, so that I have them: four thousand, for the car and for Alex's brother. Two hundred a
        month. I have not checked anything else and I do not want to tonight.
        """,
    ),
    Page(
        "",
        "Alex",
        "sleep",
        """
        Did not sleep much. Each time I closed my eyes I went back through last year and looked for the
        places where I could have seen it. The holiday we put off. The phone turned face down. I do not
        know if these mean anything. At four I got up and made toast and sat with the radio on very low.
        """,
    ),
    Page(
        "Why I am writing this down",
        "Myself",
        "small steps",
        """
        Mina said that when her father was ill she wrote one page a day, only what happened, and that it
        kept her from going in circles. So I am trying it. I would like to keep what I saw apart from what
        I guess. Today I saw that Alex had printed every statement and put them in a folder on my side of
        the desk. I guess that it was hard.
        """,
    ),
    Page(
        "Talk at the kitchen table",
        "Alex",
        "talk, money",
        """
        We talked for an hour with the folder between us. I asked three things I had written down before.
        How much, who knows, and is there anything else. Alex answered each one. The brother knows. There
        is nothing else, Alex said, and then after a while: there is a store card with about three hundred
        on it.

        That last part was strange. It made me angry and it also made me believe the rest a bit more.

        What I noticed: my hands were cold the whole time. Alex cried once, I did not. We stopped at nine
        because we had said we would.
        """,
    ),
    Page(
        "",
        "Mina",
        "friends, walk",
        """
        Long walk with Mina along the canal. I told her the whole thing. She did not say leave and she did
        not say stay. She asked what I needed this week, and I said to eat a proper meal and to not talk
        about it for one evening. So she cooked lentils and we watched a film about bees.
        """,
    ),
    Page(
        "Two columns",
        "Alex Myself",
        "money",
        """
        What I know: the amount, the date, the brother, the card. Alex has shown me the account on the
        screen and I have seen the balance with my own eyes.

        What I guess: that it was shame and not a plan. That Alex would have told me before long. That
        there is more.

        The second list is longer than the first, and every line in it feels just as true. That is worth
        knowing.
        """,
    ),
    Page(
        "",
        "Alex",
        "home",
        """
        A quiet Sunday. Alex fixed the tap that has dripped for months. I was glad about the tap and cross
        about being glad. We ate soup and did the crossword and for about twenty minutes I forgot.
        """,
    ),
    Page(
        "Checking",
        "Myself Alex",
        "sleep",
        """
        I looked at the account four times today. Nothing had moved since the morning, of course. The
        first time I felt calmer for maybe half an hour, the second time for ten minutes, after that not
        at all. I want to try once a week, together, on Fridays, and otherwise leave it alone. I will ask
        tomorrow.
        """,
    ),
    Page(
        "",
        "Sam",
        "work",
        """
        Hard to keep my mind on things at work. Sam took over the phone for an hour without being asked
        and without any questions. I said thanks at the end of the day, and Sam said it had been a slow
        afternoon anyway, which was not true.
        """,
    ),
    Page(
        "Fridays",
        "Alex",
        "money, talk, small steps",
        """
        First Friday. We sat down with tea at seven and went through the month on one sheet of paper. It
        took a quarter of an hour. Alex had written down a payment I would not have noticed. I said that I
        saw that.

        I still had a knot in my stomach before we began. It was smaller after.
        """,
    ),
)

FIRST_MONTHS = (
    Page(
        "What I told my sister",
        "Myself",
        "family",
        """
        My sister rang and asked how we are, and I heard myself say fine. Then I said: not that fine, but
        I would rather not go into it today. She said all right and told me about her new shed. I like it
        that this sentence exists.
        """,
    ),
    Page(
        "The report",
        "Sam",
        "work",
        """
        In the meeting Sam showed the figures that I had put together last week and said “I” the whole
        time. I worked on that for three days. I went hot in the face and said nothing.

        Later I looked at the slides again. My name is on the second page, in small type. So it is not
        quite what I first thought, and it is also not right. I am going to sleep on it before I say
        anything.
        """,
    ),
    Page(
        "",
        "Sam",
        "work, talk",
        """
        I asked Sam for five minutes and said: in the meeting it sounded as if you had done the figures
        alone, and that stung. Sam looked surprised and then embarrassed and said yes, I was nervous and I
        just talked. In the mail to the others this afternoon there was a line with my name in it. It took
        me two days to get up the nerve and then it took four minutes.
        """,
    ),
    Page(
        "",
        "Alex",
        "home",
        """
        Alex was forty minutes late and had written to say so. I read the message three times for what
        might be behind it. Nothing was behind it except a bus. I did not ask for proof, and I want to
        note that this was hard work and that nobody saw it.
        """,
    ),
    Page(
        "The brother",
        "Alex",
        "family, money",
        """
        Lunch with Alex's brother. It was the first time I saw him since I know. He thanked me, which I
        did not expect, and then he said he had asked Alex to tell me right at the start. I went quiet. On
        the way home I told Alex that this hurt more than the money: that somebody else knew and I was the
        one who did not.

        Alex said, I know, and did not add anything. I have often wanted that, an answer that just stops.
        """,
    ),
    Page(
        "",
        "Mina",
        "friends",
        """
        Mina remembered that I had the dentist today and wrote at five to ask how it was. Such a small
        thing. I have been thinking about what makes her easy to rely on, and I believe it is mostly this.
        She says little things and then they happen.
        """,
    ),
    Page(
        "Not tonight",
        "Alex Myself",
        "talk",
        """
        I was about to bring it all up again at eleven at night. I could feel the speech getting ready.
        Instead I said, I have something, and I would like to talk about it tomorrow after breakfast. Alex
        said all right and we both lay there awake for a bit. After breakfast the thing was about half the
        size.
        """,
    ),
    Page(
        "",
        "Myself",
        "walk",
        """
        Walked to work through the park instead of along the road. Fog, and a man teaching a very old dog
        to sit. I have not thought much about my own part in anything lately, only about what was done to
        me. I do not mean blame. I mean that I am also somebody who could keep their word this week. I
        told Alex I would book the boiler man. Booked.
        """,
    ),
    Page(
        "Seven Fridays",
        "Alex",
        "money, small steps",
        """
        We have done seven Fridays now. One we did on a Saturday because of the wedding, and it was Alex
        who thought of it. The numbers agree with what I was told each time. I would like to feel
        something big about it, but what I feel is more like walking on ice that has held so far. You do
        not dance on it. You do walk.
        """,
    ),
    Page(
        "A bad evening",
        "Alex",
        "sleep, talk",
        """
        Something in a series we were watching, a man with a second phone, and I was gone. I asked if
        there was anything Alex had not told me, in a voice I do not like. Alex said no, and then asked if
        it would help to look at the account. I said no, because it is not about the account.

        What would help is if I could believe a plain no. I can't make myself do that. Perhaps I can wait
        for it.
        """,
    ),
)

FINDING_A_PACE = (
    Page(
        "",
        "Alex",
        "home, walk",
        """
        We drove to the sea for one day and it rained. We ate chips in the car and watched people run for
        their towels. I laughed until my side hurt. I noticed on the way home that I had not gone looking
        for anything all day.
        """,
    ),
    Page(
        "What a promise is",
        "Alex Myself",
        "small steps",
        """
        I have been thinking about big promises and small ones. In the first week Alex promised never to
        hide anything again, and I felt nothing when I heard it. Then Alex promised to ring the bank
        before Thursday and did it on Tuesday, and I felt something.

        So I would like to ask for small ones with a date on them. And I would like to make some myself.
        This week: I will say on the same day when something bothers me, in one sentence, without the
        history of the world.
        """,
    ),
    Page(
        "",
        "Myself",
        "small steps",
        """
        Kept my one-sentence promise twice, missed it once. The time I missed it I sulked about the dishes
        for a whole evening and then explained at bedtime that it was about something else. Old habit. It
        goes back further than Alex.
        """,
    ),
    Page(
        "",
        "Sam",
        "work",
        """
        Sam asked if I would look over the offer before it goes out, and changed three things I had
        marked. The fourth one was left as it was, with a note saying why. I found that I trust the work
        more because of the fourth.
        """,
    ),
    Page(
        "My mother's birthday",
        "Myself",
        "family",
        """
        Cake at my mother's. She told the story of how I waited at the school gate until dark because my
        father had mixed up the days, and everybody laughed, and I laughed too. It is a funny story the
        way she tells it. On the train I was cold right through.

        I was seven. I do remember that I decided something by that gate, something like: better to have
        the bus money in my own shoe. I had bus money in my shoe for years.
        """,
    ),
    Page(
        "",
        "Mina",
        "friends, talk",
        """
        Told Mina about the school gate. She did not make it bigger or smaller than it is. She said her
        version was a packed bag under the bed. We agreed that these were clever children.
        """,
    ),
    Page(
        "A slip",
        "Alex",
        "money",
        """
        Alex forgot to write the petrol on the sheet and remembered in the middle of our Friday.
        Forty-two. I looked for the old feeling and it was there but it did not take over. A slip is not a
        secret. I can tell the two apart tonight. I could not have done so in the first weeks.
        """,
    ),
    Page(
        "",
        "Alex Mina",
        "friends",
        """
        Dinner for four at ours. Mina and Alex argued about whether soup is a meal, and I washed up and
        listened to them through the door. I thought, I like it here. It was a whole thought with no but
        after it.
        """,
    ),
    Page(
        "Asking once",
        "Sam",
        "work, talk",
        """
        There was talk at work that our team will be cut. I could have spent the week reading faces. I
        asked Sam straight out whether Sam knew anything. Sam said: I know that they are looking at
        numbers, and I do not know more, and I will tell you when I do. It is not good news but it is
        solid ground.
        """,
    ),
    Page(
        "",
        "Myself",
        "sleep",
        """
        Slept seven hours three nights in a row. I am writing it down mostly so that I find it again in a
        worse week. Nothing special came before it. Soup, a walk, an early light.
        """,
    ),
)
