"""The vocabulary of quotes, from pattern files: sets of small words."""

from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache, partial

from newsfacts.lexicon.lexicon import word_keys
from newsfacts.packs.forms import expand, folded_forms
from newsfacts.packs.quote_grammar import Grammar
from newsfacts.packs.quote_schema import QuotesFile
from newsfacts.quotes.spelling import full_names, name_stem

STOPS = frozenset({".", ",", ";", "·", ":", "-", "–", "—", "\u037e", "…"})
# Names whose stems are kept at hand.
_REMEMBERED = 50_000
# what else may be named in templates and mentions
_LISTED = ("articles", "small", "before_verb", "nationalities", "institutions", "pronouns", "titles")


class Words:
    """All words that the grammar of quotes looks at, folded; phrases go through the lexicon."""

    def __init__(self, files: Sequence[QuotesFile]) -> None:
        """Lists of later files add to those of earlier ones."""
        self.files = files
        self._read_grammar()
        self._read_endings()
        self._read_lists()
        self._join()
        self.stem: Callable[[str], str] = lru_cache(maxsize=_REMEMBERED)(
            partial(name_stem, endings=self._tails("name"))
        )
        """A word of a name without its ending, so that all cases of it are one."""
        self.by_names = full_names((entry for file in files for entry in file.by_names), self.stem)

    def _tails(self, name: str) -> tuple[str, ...]:
        return tuple(
            sorted(folded_forms(e for file in self.files for e in file.grammar.endings.get(name, [])))
        )

    def _read_grammar(self) -> None:
        """Small words."""
        grammar = partial(grammar_words, self.files)
        self.subject, self.other = grammar("articles_subject"), grammar("articles_other")
        self.articles = self.subject | self.other
        self.neuter, self.feminine, self.plural = grammar("neuter"), grammar("feminine"), grammar("plural")
        self.that, self.negations = grammar("that"), grammar("negations")
        self.not_that = frozenset(f for file in self.files for f in file.grammar.not_that)
        self.auxiliaries, self.clitics = grammar("auxiliaries"), grammar("clitics")
        self.adverbs, self.modal, self.short_places = (*map(grammar, ("adverbs", "modal", "short_places")),)
        self.and_, self.while_, self.as_, self.about = (*map(grammar, ("and_", "while_", "as_", "about")),)
        self.with_, self.subjunctive = grammar("with_"), next(iter(grammar("subjunctive")), "")
        self.neither, self.indefinite, self.seats = (*map(grammar, ("neither", "indefinite", "seats")),)
        self.because, self.thanks, self.papers = (*map(grammar, ("because", "thanks", "papers")),)
        self.times, self.firms, self.acts = grammar("times"), grammar("firms"), grammar("acts")
        self.two, self.three, self.same = (*map(grammar, ("two", "three", "same")),)
        self.passive_endings = tuple(sorted(grammar("passive")))
        self.he, self.she, self.latter = grammar("he"), grammar("she"), grammar("latter")
        self.locative, self.agent, self.replying = (*map(grammar, ("locative", "agent", "replying")),)
        self.age, self.former = tuple(sorted(grammar("age"))), grammar("former")
        self.of, self.particles, self.legal = (*map(grammar, ("of", "particles", "legal")),)
        self.genitive, self.countries = grammar("genitive"), grammar("countries")
        self.verbal, self.prepositions = grammar("verbal"), grammar("prepositions")
        self.openers, self.facts, self.products = (*map(grammar, ("openers", "facts", "products")),)
        self.starters, self.copulas, self.speaking = (*map(grammar, ("starters", "copulas", "speaking")),)
        self.subordinators, self.relatives = grammar("subordinators"), grammar("relatives")
        self.pointing, self.outcries = grammar("pointing"), grammar("outcries")
        self.regulators, self.verbless = grammar("regulators"), grammar("verbless")
        self.surveys, self.results, self.outcomes = (*map(grammar, ("surveys", "results", "outcomes")),)
        self.contracted, self.occasions, self.asking = (*map(grammar, ("contracted", "occasions", "asking")),)
        self.inquiries, self.divisions, self.lately = (*map(grammar, ("inquiries", "divisions", "lately")),)
        self.meanwhile, self.withholds, self.regimes = (*map(grammar, ("meanwhile", "withholds", "regimes")),)
        self.called, self.present, self.replies = (*map(grammar, ("called", "present", "replies")),)
        self.several, self.whoever, self.clipped = (*map(grammar, ("several", "whoever", "clipped")),)
        self.whatever, self.topics, self.concepts = (*map(grammar, ("whatever", "topics", "concepts")),)
        self.made, self.adding, self.asks, self.makes = (*map(grammar, ("made", "adding", "asks", "makes")),)
        self.awaited, self.rendered, self.passes_on = (*map(grammar, ("awaited", "rendered", "passes_on")),)
        self.inside, self.sent, self.works = (*map(grammar, ("inside", "sent", "works")),)
        self._read_offices()

    def _read_offices(self) -> None:
        """Small words beside offices, and of what somebody does while he speaks."""
        grammar = partial(grammar_words, self.files)
        self.remarks, self.recording = grammar("remarks"), grammar("recording")
        self.without, self.withheld, self.concessive = (*map(grammar, ("without", "withheld", "concessive")),)
        self.withholding, self.accusations = grammar("withholding"), grammar("accusations")
        self.rebuts, self.those_who, self.as_well = (*map(grammar, ("rebuts", "those_who", "as_well")),)
        self.role_prefixes, self.appointed = grammar("role_prefixes"), grammar("appointed")
        self.succeeds, self.posts, self.is_ = (*map(grammar, ("succeeds", "posts", "is_")),)
        self.appointed_small, self.own_divisions = grammar("appointed_small"), grammar("own_divisions")
        self.lapses, self.lapsed, self.channels = (*map(grammar, ("lapses", "lapsed", "channels")),)
        self.hedged, self.more = grammar("hedged"), grammar("more")
        self.whoever, self.divisions = self.whoever | self.those_who, self.divisions | self.own_divisions

    def _read_endings(self) -> None:
        """Endings of words."""
        endings = self._tails
        self.field_endings, self.past_endings = endings("field"), endings("past")
        self.past_plural_endings = endings("past_plural")
        self.genitive_endings, self.plural_endings = endings("genitive"), endings("plural")
        self.adjective_endings, self.surname_endings = endings("adjective"), endings("surname")
        self.woman_endings, self.verb_endings = endings("woman"), endings("verb")
        self.foreign_endings, self.initials_endings = endings("foreign"), endings("initials")
        self.of_sources_endings, self.foreign_names = endings("of_sources"), endings("foreign_name")
        self.gerund_endings, self.adjective_name_endings = endings("gerund"), endings("adjective_name")
        self.many_endings, self.man_endings, self.noun_endings = (*map(endings, ("many", "man", "noun")),)
        self.adverb_endings, self.many_objects = endings("adverb"), endings("many_objects")
        self.maker_endings = endings("maker")
        self.loan_endings, self.loan_field_endings = endings("loan"), endings("loan_field")
        self.masculine_endings, self.plural_verb_endings = endings("masculine"), endings("plural_verb")
        self.nominative_endings = endings("nominative")

    def _read_lists(self) -> None:
        """Longer lists."""

        def plain(name: str) -> frozenset[str]:
            return folded_forms(form for file in self.files for form in getattr(file, name))

        self.bodies, self.answers, self.questions = plain("bodies"), plain("answers"), plain("questions")
        self.sources, self.documents, self.reports = (*map(plain, ("sources", "documents", "reports")),)
        self.modifiers, self.houses, self.rumours = (*map(plain, ("role_modifiers", "houses", "rumours")),)
        self.companies = plain("companies") | self.houses
        self.hints, self.not_names = (
            plain("organization_hints"),
            plain("not_names") | self.outcries | self.hedged,
        )
        self.given, self.impersonal = plain("given_names"), plain("impersonal")
        self.places, self.media, self.institutions = plain("places"), plain("media"), plain("institutions")
        self.unnamed, self.epithets, self.authorities = (*map(plain, ("unnamed", "epithets", "authorities")),)
        self.media_nouns, self.house_reports = plain("media_nouns"), plain("house_reports")
        self.nationalities = plain("nationalities")
        self.own_names, self.short_names = plain("own_names"), plain("short_names")
        self.no_companies = self.bodies | self.authorities | self.institutions | self.media
        self.titles = frozenset(word.rstrip(".") for word in plain("titles"))
        self.abbreviations, self.shortened = plain("abbreviations"), plain("shortened")
        self.goes_on = plain("goes_on")

    @cached_property
    def given_stems(self) -> frozenset[str]:
        """Given names without their endings."""
        return frozenset(map(self.stem, self.given))

    @cached_property
    def former_stems(self) -> frozenset[str]:
        """Words for who had an office, without their endings."""
        return frozenset(map(self.stem, self.former))

    @cached_property
    def passing_stems(self) -> frozenset[str]:
        """Words for who has an office no longer or not yet long, without their endings."""
        return frozenset(map(self.stem, self.lists["passing"]))

    @cached_property
    def leader_stems(self) -> frozenset[str]:
        """Words for whoever leads a company, without their endings."""
        leaders = (form for file in self.files for form in file.leaders)
        return frozenset(map(self.stem, folded_forms(leaders)))

    def _join(self) -> None:
        """Sets that the grammar asks for together, put together once."""
        self.small, self.lands = self.clitics | self.adverbs, self.places | self.countries
        self.before_verb = self.clitics | (self.adverbs - self.and_)
        self.inner = self.relatives | self.as_ | self.that | self.subordinators | self.asking | self.whoever
        self.and_or_comma = self.and_ | {","}
        self.linking = self.and_ | self.while_
        self.fronting_clauses = self.subordinators | self.because | self.concessive
        self.after_comma = self.linking | self.relatives
        self.joints = self.after_comma | self.that
        self.articles_not_of = self.articles - self.of - self.locative
        self.objects = self.articles_not_of - self.subject
        self.articles_and_given = self.articles | self.given
        self.subject_not_neuter = self.subject - self.neuter
        self.particles_alone, self.pronouns = self.particles - self.articles, self.he | self.she
        self.opening, self.leading = self.openers | STOPS, self.openers | {*",-–•"}
        self.adverbs_and_comma = self.adverbs | {","}
        self.closing = self.other | frozenset(",().:;")
        small = self.prepositions | self.negations | self.auxiliaries | self.modal | self.and_ | self.as_
        clauses = self.openers | self.adverbs | self.that | self.while_ | self.relatives | self.impersonal
        self.function = (grammar_words(self.files, "function") | small | clauses) - self.articles
        """Words that are part of no name, though one may open a sentence with a capital."""
        self.leads_nobody = self.function - self.two - self.three - self.lately
        self.before_names = self.particles_alone | self.nationalities | self.lately
        self.written_short = self.abbreviations | self.shortened
        self.fronting = self.function | self.locative | self.clitics | self.prepositions | self.topics
        self.never_names = self.function.difference(
            (self.pronouns | self.indefinite | self.same | self.nationalities | self.titles | self.modifiers)
            | (self.companies | self.hints | self.abbreviations | self.shortened | self.particles)
            | self.institutions
        )
        self.detail_heads, self.labels = self.prepositions | self.clitics, self.answers | self.questions
        self._as_written()
        self.lists = self._named_lists()
        """All lists that templates and mentions may name, by their name."""
        # all quotation marks fold to this one
        self.mark = word_keys('"')
        self.before_speech = self.mark | word_keys({":", *self.that, *self.as_})
        self.pauses = frozenset(",-–—")
        self.after_speech = word_keys(self.pauses)

    def _as_written(self) -> None:
        """Small words with their accents, which tell `Άντι` from `αντί`."""
        self.small_as_written = frozenset(
            form.lower()
            for file in self.files
            for name in ("function", "prepositions", "adverbs", "openers")
            for short in getattr(file.grammar, name)
            for form in expand(short)
        )
        self.folded_small = folded_forms(self.small_as_written)

    def _named_lists(self) -> dict[str, frozenset[str]]:
        lists = {name: grammar_words(self.files, name) for name in Grammar.model_fields if name != "endings"}
        lists |= {name: getattr(self, name) for name in _LISTED}
        for file in self.files:
            for name, forms in file.words.items():
                lists[name] = lists.get(name, frozenset()) | folded_forms(forms)
        return lists


def grammar_words(files: Sequence[QuotesFile], name: str) -> frozenset[str]:
    """The words of one list of the small words, folded."""
    return folded_forms(form for file in files for form in getattr(file.grammar, name))
