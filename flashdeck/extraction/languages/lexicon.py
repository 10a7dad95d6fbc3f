"""Closed word lists of English that the rules look up. Lower case throughout."""

from typing import Final


def word_set(text: str) -> frozenset[str]:
    """Return the words of a list that is written as running text, blanks between them."""
    return frozenset(text.split())


def phrases(text: str) -> frozenset[str]:
    """Return the phrases of a list that is written as running text, semicolons between them."""
    return frozenset(" ".join(phrase.split()) for phrase in text.split(";"))


STOP_WORDS: Final = word_set(
    """a an the this that these those it its it's they them their there here he she we you your yours our us i my me
    and or but nor so yet if then else than as of in on at to for from by with without within into onto over under
    between among through during after before above below up down out off about against per via is are was were be
    been being am do does did done doing has have had having can could may might must shall should will would not no
    only also just even very more most less least much many some any all each every both either neither few several
    other others another such same own too again once when where while which who whom whose what why how because
    until since although though however therefore thus etc e.g i.e eg ie vs versus let's don't doesn't can't cannot
    won't isn't aren't it’s can’t don’t doesn’t won’t isn’t aren’t one
    der das ein eine einen einem einer eines und oder aber nicht auch nur noch ist sind wird werden wurde wurden kann
    können muss müssen soll sollte sollten darf von zu zum zur auf aus bei beim nach über unter durch für gegen ohne wie
    wenn dass weil dann sehr hier dort dieser diese dieses diesem diesen welche welcher jeder jede jedes kein keine sich
    bzw usw"""
)

GENERIC_HEADINGS: Final = phrases(
    """overview; introduction; intro; summary; recap; conclusion; conclusions; basics; the basics;
    features; key features; main features; feature; main characteristics; characteristics; key characteristics;
    properties; benefits; key benefits; advantages; advantage; disadvantages; pros; cons; pros and cons; drawbacks;
    note; notes; example;
    examples; details; more details; deep dive; concepts; key concepts; core concepts; main concepts; key points;
    finer points; the finer points; highlights; key takeaways; takeaways; key facts; key terms; terms; terminology;
    more depth; warnings; warning; caveats; caveat; gotchas; pitfalls; other use cases; common pitfalls; definition;
    definitions; description; general; background; context; goals; goal; objectives; objective; agenda; outline;
    contents;
    introduction to; about; what is it; what it is; what is this; how it works; how does it work; how it s used; misc;
    other; why it is important; why is it important; bonus; ausblick; bonus ausblick; exkurs; anhang; appendix; pitfall;
    others; more; more features; additional features; additional information; further information; components;
    key components; main components; important; importance; remember; tips; tip; exam tips; best practices; continued;
    part one; part two; part 1; part 2; part i; part ii; options; types; kinds; steps; process; workflow; architecture;
    purpose; use case; use cases; usage; implementation; outcome; outcomes; recommendation; recommendations;
    high level; in a nutshell; good to know; tl dr; why; why it;
    when to use;
    when to use it; how to; setup; configuration; settings; security; pricing; cost; costs; performance; limitations;
    limits; integration; integrations; monitoring; scalability; availability; reliability; comparison; diagram;
    history; capabilities; key capabilities; geschichte; default;
    scenario; problem; solution; problem solution; questions; question; answer; demo; hands on; lab; exercise;
    quiz; resources; references; links; further reading; next steps; table; figure; wrap up; getting started;
    überblick; einführung; einleitung; zusammenfassung; fazit; ausblick; wiederholung; grundlagen; eigenschaften;
    merkmale; vorteile; nachteile; vor und nachteile; beispiel; beispiele; begriffe; definitionen; ziel; ziele; hinweis;
    hinweise; anmerkung; anmerkungen; gliederung; inhalt; literatur; quellen; übung; übungen; aufgabe; aufgaben; fragen;
    wichtig; merke; dokumentation; weitere dokumentation; weitere informationen; siehe auch;
    motivation; bonus; übersicht; durchführung; vorgehen;
    概要; はじめに; まとめ; 目次; 参考資料; 例; 導入"""
)

VAGUE_HEADINGS: Final = phrases(
    """comparing the two; comparison; differences; key differences; main differences; side by side;
    overview; introduction; intro; summary; recap; conclusion; conclusions; basics; the basics; features;
    key features; main features; feature; properties; note; notes; details; more details; deep dive; concepts;
    key concepts; core concepts; main concepts; key points; finer points; highlights; key takeaways; takeaways;
    key facts; key terms; terms; terminology; description; definition; general; agenda; outline; contents; about;
    misc; other; others; more; more features; additional features; additional information; further information;
    important; remember; tips; tip; exam tips; continued; part one; part two; part 1; part 2; options; architecture;
    good to know; tl dr; why; diagram; scenario; problem; solution; example; demo; hands on; key characteristics"""
)
"""Generic headings that do not even narrow what stands below them."""

ASPECTS: Final = {
    "purpose": "What is the purpose of {}?",
    "security": "How does {} handle security?",
    "encryption": "How does {} handle encryption?",
    "scalability": "How does {} handle scalability?",
    "scaling": "How does {} handle scaling?",
    "monitoring": "How does {} handle monitoring?",
    "pricing": "How does the pricing of {} work?",
    "cost": "What does {} cost?",
    "costs": "What does {} cost?",
    "goal": "What is the goal of {}?",
    "definition": "What is {}?",
    "description": "What is {}?",
    "what is it": "What is {}?",
    "what it does": "What does {} do?",
    "use case": "What is a use case of {}?",
    "use cases": "What are use cases of {}?",
    "importance": "What is the importance of {}?",
    "how it works": "How does {} work?",
    "how does it work": "How does {} work?",
    "when to use": "When to use {}?",
    "when to use it": "When to use {}?",
}
"""Aspects of a subject that have a question of their own; `{}` is the subject, grammatically singular."""

STATEMENT_LABELS: Final = phrases(
    """note; notes; important; remember; remark; tip; tips; hint; hints; warning; caution; attention;
    example; examples; for example; e g; eg; i e; ie; ex; exam tip; conclusion; result; bonus; fyi; caveat; reminder;
    ps; nb; problem; solution; fix; fixes; scenario; situation; good to know; plus; also; update;
    question; answer; q; a; source; diagram; diagrams; screenshot; screenshots; more info; see;
    beispiel; beispiele; hinweis; hinweise; anmerkung; achtung; wichtig;
    side note; notation; assumption; meaning; issue; theorem; lemma; corollary; proposition; proof; claim;
    formal; informal; satz; beweis; annahme; bad; good; better; best; merke; tipp; tipps; demo; fazit; aber; z b; siehe;
    quelle; frage; antwort; lösung;
    注意; 注; 例; 備考"""
)

DEICTIC_OPENERS: Final = word_set(
    """this that these those it they them he she we here there such otherwise but and or so also then therefore thus
    hence however instead if when because while since although though as in on at to for with by from after before
    not no only e.g eg i.e ie
    dies diese dieser dieses dabei damit dafür darauf dadurch hier dort daher deshalb außerdem jedoch wenn falls weil
    ausserdem sofern sobald bei mit ohne durch für seit zwar auch nur oft häufig manchmal siehe"""
)

TERM_BREAKERS: Final = word_set(
    """is are was were be been am has have had can could may might must shall should will would does do did
    cannot can't don't doesn't won't isn't aren't can’t don’t doesn’t won’t isn’t aren’t it’s it's you we they it
    i he she let's let’s we'll we’ll ist sind wird werden wurde wurden kann können muss müssen soll sollte darf gibt
    haben heisst heißt hat gab gilt dient bietet benötigt braucht enthält nutzt verwendet unterstützt unterstützen
    ermöglicht erlaubt liefert läuft laufen führt macht steht stellt bedeutet existiert existieren tritt treten
    sollten dürfen"""
)

_BASE_VERBS: Final = word_set(
    """accelerate accept access add adjust aggregate alert allocate allow analyze analyse answer append apply archive
    assign associate attach authenticate authorize automate avoid backup balance batch break bring build buffer cache
    calculate call capture catalog categorize change charge check choose classify clean clone collect combine compare
    compress compute configure connect consist consume contain control convert coordinate copy count cover create
    decide decouple decrease decrypt deduplicate define delete deliver deny depend deploy describe detect determine
    discover discard display distribute divide download drop eliminate emit enable encrypt enforce enrich ensure
    evaluate execute expire expose extend extract filter find flag fetch follow force format forward gather generate
    get give grant group guarantee handle help hide hold host identify implement improve include increase index infer
    ingest initiate insert install integrate invoke isolate join keep launch learn let limit list listen load lock log
    maintain make manage map match measure merge migrate minimize mirror modify monitor mount move notify offer offload
    operate optimize orchestrate organize overwrite package parse partition pass perform permit persist place plan
    point poll populate predict prepare prevent process produce propagate protect prove provide provision publish pull
    purchase push put query read rebuild receive record recommend redirect reduce refer register release rely remove
    rename render repeat replace replicate report represent request require reserve resolve respond restore restrict
    resume retain retrieve retry return reuse review rotate route run sample save scale scan schedule search
    select send separate serve share show simplify skip sort specify split spread start stop store stream
    strip submit subscribe suggest summarize support sync synchronize tag take terminate test throttle track train
    transfer transform translate trigger tune turn unload unlock update upgrade upload use validate verify version
    view visualize wait warn work wrap write deal act go come sit mean know need want see delay disable decode encode
    escape emulate fail finish flatten inspect inject intercept invalidate mask obfuscate omit pause resize seed switch
    tokenize trim truncate unify leverage become remain lead cause cost last exist meet reach exceed lose miss overlap
    own pay pick prefer react reject rewrite ship sign solve suit target treat vary pay consist expect utilize feature
    synchronise optimise organise centralize standardize simulate establish arrange apply streamline boost ease
    spread refer assume attempt commit compile dump embed iterate join migrate parallelize preserve prioritize refresh
    guide lift seal power open close carry speed draw drive enter exchange export import repartition restart
    shift fall rise enhance adapt address allocate analyse introduce interact persist autoscale vacuum
    rollback scrape shuffle summarise tailor toggle upsert suspend terminate watch abstract adopt begin behave belong
    bind comprise construct decompress denote depict derive designate differ elect encapsulate evolve explore illustrate
    imply incorporate inform inherit initialize instantiate interpret invoke negotiate obtain occur outline override
    preview prohibit promote reconcile reload revoke spawn supersede tidy transmit undo withstand appear recover stay
    set ask salt hash relate facilitate foster expand develop redistribute roll assess yield debug"""
)


def third_person(base: str) -> str:
    """Return the third-person form of a base verb."""
    if base.endswith(("s", "x", "z", "ch", "sh")):
        return base + "es"
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies"
    return base + "s"


VERBS: Final = {
    **{base: base for base in sorted(_BASE_VERBS)},
    **{third_person(base): base for base in sorted(_BASE_VERBS)},
    "has": "have",
}
"""Base and third-person forms -> base form."""

_AMBIGUOUS_NOUNS: Final = word_set(
    """access accesses answer archive archives backup backups batch batches buffer cache call calls catalog catalogs
    change changes charge charges check checks clone control controls copies copy count counts cover display drop
    filter filters flag force format formats function functions group groups help hold host hosts index indexes
    limit limits list lists load loads lock locks log logs make map maps match measure measures mirror monitor mount
    package packages partition partitions pass plan plans point points poll process processes provision pull push
    put query queries read reads record records release releases report reports request requests review route routes
    run runs sample samples scale scan scans schedule schedules search share shares show  sort
    split splits stream streams support tag tags test tests track train transfer transfers trigger triggers tune turn
    update updates upgrade upgrades upload use version versions view views wait work works wrap write writes
    start stop cost costs delay delays feature features lead means need needs own pause ship ships sign signs switch
    switches open close power speed export exports import imports exchange carry target
    targets watch pauses abstract abstracts construct constructs outline outlines preview previews spawn set
    sets salt hash hashes"""
)

VERB_FORMS: Final = frozenset(VERBS) - _AMBIGUOUS_NOUNS
"""Verb forms that are rarely nouns, so that one inside a text makes it a clause."""

DECIDING_WORDS: Final = word_set(
    """asynchronous synchronous asynchronously synchronously manual manually stateless
    stateful serverless immutable mutable idempotent optional mandatory required enabled disabled encrypted
    unencrypted eventual eventually strong strongly immediate immediately permanent permanently temporary temporarily
    public private regional global local horizontal horizontally vertical vertically read-only write-once free
    unlimited infinite incremental continuous continuously sequential sequentially parallel concurrent exactly
    row-based columnar in-memory on-demand provisioned dedicated shared unique ordered unordered persistent ephemeral
    structured unstructured semi-structured nested flat hot cold warm lossless lossy deterministic symmetric
    asymmetric real-time near-real-time batch binary text-based centralized decentralized distributed"""
)
"""Words that decide whether a statement is right, and that a student can know."""

BLAND_WORDS: Final = word_set(
    """given popular certain various specific different other additional existing own new current related common
    typical particular general multiple many several following real possible corresponding relevant appropriate
    associated respective suitable"""
)
"""Adjectives that could stand before anything: a gap made of one of them and a frequent noun is a guess."""

EMPTY_PREDICATES: Final = word_set(
    """needed required possible available used useful important necessary supported applied applicable involved
    amount number size kind type part way rest managed referenced provided specified setup set up
    associated defined default general order addition case place time times practice performed done made
    decided configured created added met fine good better best ready true false correct hard easy difficult simple"""
)
"""What a statement may end in without saying anything a student could be asked for."""

ANSWER_PREPOSITIONS: Final = word_set("using via by with through into from to in at on for as per within based during")

NUMBER_WORDS: Final = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")

UNITS: Final = word_set(
    """bytes byte kb mb gb tb pb eb kib mib gib tib pib kbps mbps gbps kb/s mb/s gb/s b/s mbit gbit bits bit
    ms millisecond milliseconds sec secs s second seconds min mins minute minutes hour hours hr hrs h day days week
    weeks month months year years yr yrs hz khz mhz ghz iops vcpu vcpus ram px dpi km m cm mm kg g times x nines
    percent character characters"""
)
PRAISE: Final = word_set(
    """scalable flexible reliable durable secure cost-effective cost-efficient efficient affordable fast simple easy
    economical resilient robust portable extensible customizable configurable versatile convenient performant
    highly fully very more most and"""
)
"""Qualities that a title boasts of; the line beside it says in what they lie."""
