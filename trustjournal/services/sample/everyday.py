"""Ordinary days of the sample life: short notes, lists of three, and pages begun from prompts of the guide."""

from __future__ import annotations

from trustjournal.services.sample.page import Page

NOTES = (
    Page(
        "",
        "",
        "sleep",
        """
        Woke before the alarm and lay there listening to the bin lorry. No thoughts worth chasing. I got
        up and had the first coffee standing at the window, which I never take the time for.
        """,
    ),
    Page(
        "",
        "Alex",
        "home",
        """
        Alex said home by seven and was home by seven. I am only writing it down because I notice the
        other kind so much more easily. Then we cooked, badly and together.
        """,
    ),
    Page(
        "",
        "",
        "work",
        """
        Long day, too many calls. On the tram I could not have said how I was, so I tried the pad and
        landed somewhere on the left and low. That seems about right. Early night.
        """,
    ),
    Page(
        "",
        "Mina",
        "friends",
        """
        Mina sent a photo of the plant I gave her. It has a new leaf. She wrote: look, it forgives me. I
        have put the picture on the wall by my desk, where it can forgive me as well.
        """,
    ),
    Page(
        "",
        "Myself",
        "walk",
        """
        Took the long way home on purpose. The light was very yellow and the river was full. I felt like
        someone who lives here. Two people I know from the bakery said good evening.
        """,
    ),
    Page(
        "",
        "Alex",
        "talk",
        """
        A small quarrel about the bins that was of course not about the bins. We stopped when Alex said,
        is this about the bins? I said no. We laughed, and then we talked about the other thing for ten
        minutes, and then we took out the bins.
        """,
    ),
    Page(
        "",
        "Sam",
        "work",
        """
        Sam said on Monday that the numbers would be there by noon on Wednesday. They were there at half
        past eleven. There is a lot of that, now that I look.
        """,
    ),
    Page(
        "",
        "",
        "sleep",
        """
        Restless. I wrote the worry on a slip of paper and put it in the drawer, as Mina does. It is still
        true that it is in the drawer. It is also true that I slept after that.
        """,
    ),
    Page(
        "",
        "Myself",
        "small steps",
        """
        Said what I wanted for dinner instead of asking what everybody else wants. It was noodles. There
        were noodles. It is a small thing, and I could still count on one hand how often I did it last
        year.
        """,
    ),
    Page(
        "",
        "Alex",
        "home",
        """
        Rain all day. We each had a book and a corner of the sofa. Hardly a word, and none missing. At
        five Alex put the light on beside me without my asking.
        """,
    ),
    Page(
        "",
        "",
        "family",
        """
        My sister's shed has a door now. She sent a film of it opening and closing. It is a good door. I
        rang her and we talked for an hour about nothing, and I told her a little about last year.
        """,
    ),
    Page(
        "",
        "Alex",
        "money",
        """
        Friday sheet done in ten minutes. Then we argued about whether tea counts as groceries. It does,
        in my view. We have made it a line of its own, and I noticed that I like our sheet.
        """,
    ),
    Page(
        "",
        "Sam",
        "work",
        """
        I was short with Sam this morning and it was not Sam's doing. I went over after lunch and said so.
        Sam said, I thought it was the printer. It was also the printer.
        """,
    ),
    Page(
        "",
        "Myself",
        "sleep",
        """
        A grey day inside as well. Nobody did anything. I notice that on such days I start to look for who
        it might have been. Left everyone alone and went to bed at nine.
        """,
    ),
    Page(
        "",
        "Mina",
        "friends, walk",
        """
        Quick walk with Mina in her lunch break. She talked, for once, and I listened. Her work is not
        going well. I like being asked for something. It makes us more even.
        """,
    ),
    Page(
        "",
        "Alex",
        "small steps",
        """
        I told Alex on the same day that the joke at dinner had stung. One sentence. Alex thought about it
        and said, right, I see that. Then we did the washing up. This used to take us a week.
        """,
    ),
    Page(
        "",
        "",
        "home",
        """
        Baked bread, badly. Ate it anyway, with a lot of butter. The whole flat smells of it and that was
        the better half. I will try again on Sunday, with less hurry.
        """,
    ),
    Page(
        "",
        "Myself",
        "work",
        """
        I asked for help with the new form instead of staying late to find it out alone. It took the
        colleague two minutes. I had been ready to lose two hours sooner than be seen not to know.
        """,
    ),
    Page(
        "",
        "Alex",
        "talk",
        """
        Alex asked how far along I am with all this, in per cent. I said it is not that sort of thing.
        Then I said, sixty. We both found that quite a lot.
        """,
    ),
    Page(
        "",
        "",
        "walk",
        """
        Fog over the allotments this morning, and somebody had left one red glove on a fence post, waving.
        I waved back, since nobody was looking, and was in a good mood until about eleven.
        """,
    ),
    Page(
        "",
        "Sam",
        "work",
        """
        Lunch with Sam in the little park. We did not talk about work, by agreement. It turns out that Sam
        plays the accordion. I would not have guessed that in ten years.
        """,
    ),
    Page(
        "",
        "Myself",
        "small steps",
        """
        I kept three out of four things that I said I would do this week. The fourth I called off in good
        time. I am counting that as kept to the person, if not to the plan.
        """,
    ),
    Page(
        "",
        "Alex",
        "sleep",
        """
        Alex was away for two nights and I slept fine the first one and hardly at all the second one.
        Nothing set it off. I did not write to ask anything. In the morning there was a picture of a very
        bad hotel breakfast.
        """,
    ),
    Page(
        "",
        "Mina",
        "friends",
        """
        Mina was twenty minutes late and had a real reason and also said sorry, in that order, and then
        the other way round. We still had time for one coffee.
        """,
    ),
    Page(
        "",
        "",
        "family",
        """
        Sunday at my mother's. She repeats herself more than she did. I caught my own impatience early and
        made us tea. When I left she held on to my sleeve for a moment, and said that it is good to know I
        come when I say I will.
        """,
    ),
    Page(
        "",
        "Alex",
        "home, walk",
        """
        We walked out to the reservoir without phones. At first I kept reaching for the pocket. After an
        hour I forgot which pocket. We talked about where we would live if it did not matter where.
        """,
    ),
)

GOOD_THINGS = (
    "The bus waited when the driver saw me run.",
    "Alex had put the heating on before I came home.",
    "I asked a plain question and got a plain answer.",
    "Mina remembered the name of my aunt's dog.",
    "The neighbour brought back the ladder on the day he had said.",
    "I did not look at the account.",
    "Soup.",
    "Sam put my name first on the mail.",
    "I said no and the sky stayed up.",
    "A whole hour in the library with nobody needing anything.",
    "Alex told me about the parking fine before I could find it.",
    "The dentist said: see you in a year.",
    "My sister laughed so hard she had to hang up.",
    "I noticed the worry on its way in and let it sit on the stairs.",
    "The plumber came on Thursday, between two and three, as agreed.",
    "Warm socks from the radiator.",
    "Sam said, I don't know, I'll find out.",
    "I told the truth about being tired and we stayed in.",
    "Somebody had swept the whole stairway.",
    "Mina kept quiet about the surprise for a full month.",
    "Alex listened to the end.",
    "Blackbird on the chimney at five.",
    "I got something wrong at work and said it the same hour.",
    "The new glasses. There are leaves on trees.",
    "We laughed about the thing with the tent.",
    "The letter was only an advert.",
    "My mother told the story differently today, and was kinder in it.",
    "I went to the choir although I wanted to stay home.",
    "Alex asked before lending out my bike.",
    "Bread from the good baker.",
    "A stranger ran after me with my scarf.",
    "We did the sheet in nine minutes.",
    "I cried a bit at the film and nobody made anything of it.",
    "Sam noticed that I was quiet and asked once, not twice.",
    "Clean sheets.",
    "I believed a thing without checking it, and it was so.",
    "The choir sang the hard bit right, once.",
    "Alex wrote down the wrong change and walked back with it.",
    "I left a message unread for a whole evening and nothing burned down.",
    "Two hours in the garden of Mina's aunt, and a bag of beans.",
    "Sam gave me back the book from three years ago, with the bookmark still in it.",
    "My own handwriting looked calm today.",
    "We got lost on the way and nobody was to blame.",
    "The boy next door said hello first.",
    "I asked how long it would take and was told a week, and it took a week.",
    "A very plain apple.",
    "Alex said “I forgot” and not “I thought you had”.",
    "The bank's hold music ended after one round.",
    "I was asked for advice and only listened.",
    "My sister sent her new address before she sent it to anybody else.",
    "The train was late and I had a seat and a window.",
    "Mina said that she was too tired to meet, in those words.",
    "I wore the green jumper that I had been keeping for something.",
    "A colleague owned up to the coffee on the carpet.",
    "Alex laughed at the old joke in the old place.",
    "I found the key where I had said it was.",
    "The doctor looked at me and not at the screen.",
    "Fog, and then no fog.",
    "I did the thing I had put off, and it took six minutes.",
    "Sam said my name right to the new client, and told them who had done the work.",
    "We ate outside with our coats on.",
    "Nobody asked me how I was, and for once I was glad of it.",
    "A good long yawn in the middle of a talk about money.",
    "The cat next door has forgiven me.",
    "I said thank you and meant the whole of it.",
    "Alex told me the price before I had seen the box.",
    "An old song in the shop that I still knew all the words of.",
    "I woke at four, thought of the letter, and went back to sleep.",
    "Mina's laugh, two rooms away.",
    "The agreement held, and nobody had to mention it.",
    "I let somebody carry the heavy end.",
    "One whole page of the crossword.",
)

LIST_TITLES = ("Good things", "Good things", "Small things", "Before bed")

CLOSING_LINES = (
    "There were a few more, but I am going to bed.",
    "I had to look for the last one for a while, and then it was the best.",
    "None of them is large. Put side by side they make a fair day.",
    "It was not a good day as a whole. These were in it all the same.",
    "I notice that two of them are about people who did as they said.",
    "I would not have remembered the second one by the weekend.",
    "Written in the kitchen, with one sock on.",
    "The day felt longer than this, but these are what I would keep.",
)

ANSWERS: dict[str, Page] = {
    "what-trust-issues-are.word-for-it": Page(
        "",
        "Myself",
        "small steps",
        """
        Braced. As if on a bus that may stop hard at any moment. I feel it in the backs of my knees, of
        all places, and in my jaw in the mornings.

        When it is less, my shoulders tell me first. They come down about an inch.
        """,
    ),
    "what-trust-issues-are.doubt-that-was-fine": Page(
        "",
        "Alex",
        "money",
        """
        The parcel in the cupboard that Alex would not let me see. I thought about it for four days. It
        was my birthday present, and the date was on the calendar for all of those four days.

        What I learned, if anything: the doubt did not ask what day it was. I could have.
        """,
    ),
    "what-trust-issues-are.caution-as-skill": Page(
        "",
        "Sam",
        "work",
        """
        When the firm with the very friendly man wanted us to pay ahead, I asked for two addresses of
        other customers. He got less friendly. We did not sign. Sam still calls it the time I smelled
        smoke.
        """,
    ),
    "what-trust-issues-are.doubt-that-was-right": Page(
        "",
        "Mina",
        "friends",
        """
        I thought that Mina was keeping something back, and she was: she was thinking of moving away. What
        I noticed was that she stopped saying “next year”. I used it by asking. She was relieved, I think,
        and she is staying, for now.
        """,
    ),
    "what-trust-issues-are.one-thing-to-ask": Page(
        "",
        "Alex",
        "talk",
        """
        I have been guessing whether Alex would rather not have come to the counsellor. I could simply
        ask. After dinner tomorrow, when we are both fed.

        Later: asked. “I hate the first ten minutes and I am glad about the rest.” That will do me very
        well.
        """,
    ),
    "what-trust-issues-are.rule-about-people": Page(
        "",
        "Myself",
        "",
        """
        The rule: people tell you when they have to, not before. It was true of my father. It was true for
        fourteen months here. It is not true of Mina, or of Sam about the cuts, or of Alex with the
        parking fine.

        So perhaps it is a rule about some people at some times. That is a much smaller rule.

        Right now, in this room: the kettle ticks as it cools down.
        """,
    ),
    "what-trust-issues-are.guard-or-wisdom": Page(
        "",
        "Alex Myself",
        "talk",
        """
        The friend watching would have seen me nod when Alex said the brother needs help with the move.
        She would have seen that I did not say what I thought, which was: and money? She would call it
        some of both. Wise, because it was late. Fear, because I also did not say it today.

        How could she tell? By whether I say it tomorrow, I suppose.

        The kindest true sentence: you are allowed to ask about money in your own kitchen.
        """,
    ),
    "causes-early-years.steady-one": Page(
        "",
        "",
        "family",
        """
        Mrs Okafor in the school library. She was there every single day, in the same cardigan, and she
        stamped the date in as if it mattered. What made her steady was that she never made a fuss of me.
        She just always said, ah, you are back, I kept the sequel.
        """,
    ),
    "causes-early-years.saying-about-trust": Page(
        "",
        "",
        "family",
        """
        “Trust everyone but count the spoons.” My grandmother said it and laughed. She really did count
        them, at weddings. I used to think that it was wise. Now I think you would spend the whole wedding
        in the kitchen.
        """,
    ),
    "causes-early-years.kinder-now": Page(
        "",
        "Alex",
        "talk",
        """
        When I am angry I say when I will be back. “I am going round the block, twenty minutes.” At home
        people just went, and one listened to the door.
        """,
    ),
    "causes-hard-relationships.what-helped": Page(
        "",
        "Mina",
        "friends",
        """
        Lentils. The film about bees. A person who did not need me to have made up my mind. And the boring
        things: the same bus, the same desk, Sam saying good morning in the same voice every day.
        """,
    ),
    "causes-hard-relationships.treated-fairly": Page(
        "",
        "Sam",
        "work",
        """
        The woman at the bank counter, who could have been short with me and was not. And Sam, when the
        team was to be cut: to tell me was no use to Sam at all.
        """,
    ),
}
"""By the id of the prompt; one that the guide no longer has is left out."""
