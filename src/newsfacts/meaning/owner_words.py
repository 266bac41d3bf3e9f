"""The words that tell whose a quantity is, each list folded once."""

from collections.abc import Iterable, Iterator

from newsfacts.packs.forms import expand, folded_forms
from newsfacts.packs.owner_schema import OwnerWords
from newsfacts.text.fold import fold
from newsfacts.text.tokens import pieces


class OwnerVocabulary:
    """The lists of `owners` in `measures.yaml`, whose parts are told there."""

    def __init__(self, by: OwnerWords) -> None:
        """From the words of the files in use."""
        self.public, self.ours, self.markets = map(folded_forms, (by.public, by.ours, by.markets))
        self.one_does = tuple(folded_forms(by.one_does))
        self.we_do = tuple(folded_forms(by.we_do))
        self.others, self.agreed, self.several = map(folded_forms, (by.others, by.agreed, by.several))
        self.all_of_them, self.that = folded_forms([*by.many, *by.plural]), folded_forms(by.that)
        self.imposing, self.homes, self.made = map(folded_forms, (by.imposing, by.homes, by.made))
        self.against = folded_forms(by.against)
        self.worldwide, self.left = map(folded_forms, (by.worldwide, by.left))
        self.nations, self.theirs, self.nobody = map(folded_forms, (by.nations, by.theirs, by.nobody))
        self.sharing, self.reports = map(folded_forms, (by.sharing, by.reports))
        self.according, self.subsidiaries = map(folded_forms, (by.according, by.subsidiaries))
        self.programmes, self.possessives = map(folded_forms, (by.programmes, by.genitive))
        self.feminine, self.subjunctive = map(folded_forms, (by.feminine, by.subjunctive))
        self.belonging, self.organs, self.state = map(folded_forms, (by.belonging, by.organs, by.state))
        self.giving, self.trades, self.respective = map(folded_forms, (by.giving, by.trades, by.respective))
        self.trades_alone, self.pointing = map(folded_forms, (by.trades_alone, by.pointing))
        self.keeping, self.lasting, self.tourism = map(folded_forms, (by.keeping, by.lasting, by.tourism))
        self.jointly, self.pairs, self.taking = map(folded_forms, (by.jointly, by.pairs, by.taking))
        self.anybody, self.ratios, self.awarding = map(folded_forms, (by.anybody, by.ratios, by.awarding))
        self.requests, self.submitting, self.terms = map(folded_forms, (by.requests, by.submitting, by.terms))
        self.studies, self.finding = map(folded_forms, (by.studies, by.finding))
        self.running, self.targets, self.pricing = map(folded_forms, (by.running, by.targets, by.pricing))
        self.works, self.rivals = folded_forms(by.works), folded_forms(by.rivals)
        self.operators, self.bids, self.refusing = map(folded_forms, (by.operators, by.bids, by.refusing))
        self.buys, self.buying_from = map(folded_forms, (by.buys, by.buying_from))
        self.building, self.account = map(folded_forms, (by.building, by.account))
        self.indexes = frozenset(" ".join(words) for words in split_forms(by.indexes))
        self.announcing = folded_forms([*by.telling, *by.announcing])
        self.authorities = folded_forms(by.observers) | folded_forms(by.never)


def split_forms(shorts: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """All forms of some words, each as its folded tokens."""
    for short in shorts:
        for form in expand(short):
            yield tuple(fold(piece) for piece in pieces(form, frozenset()))
