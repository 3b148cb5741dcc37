/// What the paper has to tell. Every name and place is invented.
enum PaperStories {
    static let all: [Story] = [
        Story(
            name: "lighthouse-lamp-returns", title: "Lighthouse lamp returns after four years of repairs",
            byline: "Ada Fenwright",
            paragraphs: [
                "The lamp of the Northpoint lighthouse turned again on Monday night, four years after a storm broke its lens and flooded the engine room below.",
                "About two hundred people stood on the breakwater to watch the first sweep of the beam, which can be seen from eighteen miles away on a clear night.",
                "The lens was rebuilt from the original drawings, which a retired keeper had kept in his attic. Each of its three hundred prisms was ground by hand.",
                "“We could have put a lamp on a pole for a tenth of the cost,” the harbour master said, “but nobody would have come to look at a pole.”",
            ],
            section: "Harbour", published: .seconds(-9000)),
        Story(
            name: "ferry-timetable-winter", title: "Winter ferry timetable adds a late crossing",
            byline: "Tobias Quill",
            paragraphs: [
                "The ferry company will run a late crossing on Fridays and Saturdays this winter, the first in a decade, after a trial in the autumn filled nine boats out of ten.",
                "The new departure leaves the town quay at a quarter past eleven and returns at midnight, which lets audiences see the end of a play for once.",
                "Fares are unchanged. Islanders with a resident's card travel free on the last boat, as they do on the first one in the morning.",
                "The council, which pays for part of the service, will look at the numbers in March before it decides about the summer.",
            ],
            section: "Harbour", published: .seconds(-4000)),
        Story(
            name: "market-hall-roof", title: "Market hall roof to be rebuilt in oak and glass", byline: "Ada Fenwright",
            paragraphs: [
                "The old market hall will have a roof of oak and glass by next summer, the town's planning committee decided on Tuesday by eight votes to three.",
                "Traders had asked for a plain steel roof that could be finished before the season. The committee found that the timber frame would cost no more over thirty years.",
                "Work begins after the Christmas market. Stalls will move to the car park behind the library for five months.",
                "The architect, who grew up two streets away, said the hall had leaked for as long as she could remember.",
            ],
            section: "Town", published: .seconds(-900), appears: .seconds(9),
            correction: (
                .seconds(25),
                "Correction: the stalls will move to the school yard, not to the car park behind the library."
            )),
        Story(
            name: "seal-counted-twice", title: "Seal survey finds that one seal was counted twice",
            byline: "Tobias Quill",
            paragraphs: [
                "The yearly survey of grey seals in the outer harbour has been corrected from 412 to 411, after volunteers found that a seal with a notched flipper had been photographed on both sides of the mole.",
                "The survey is made on a single morning at low tide by forty volunteers with binoculars, and its results are used by three universities.",
                "Its organiser said that the error was smaller than in most years, and that the seal did not seem to mind.",
            ],
            section: "Harbour", published: .seconds(-100), appears: .seconds(4), vanishes: .seconds(20)),
    ]
}
