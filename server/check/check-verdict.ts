import type { Known } from "./bound-facts.ts";
import type { Mark, MarkedClaim } from "./claim.ts";
import { entitiesOf, type Place } from "./entities.ts";
import type { Evidence } from "./evidence.ts";
import type { Finding } from "./findings.ts";
import { holdsSupposed, supposed } from "./remedies.ts";
import { type Scene, segmentAt } from "./scene.ts";
import { isQuotedWord } from "./tool-words.ts";
import type { Saying, VerdictWord } from "./verdict-words.ts";

type Checked = { mark: Mark; claim: MarkedClaim };

/** The tools' verdicts under which a saying is true. */
const trueUnder: Readonly<Partial<Record<Saying, readonly string[]>>> = {
  fits: ["fits"],
  "no-fit": ["does-not-fit"],
  tight: ["tight"],
  "not-tight": ["fits", "does-not-fit", "unsupported"],
  runs: ["fits", "tight"],
  "no-run": ["does-not-fit", "unsupported"],
  unsupported: ["unsupported"],
  supported: ["fits", "tight", "does-not-fit"],
  yes: ["fits", "tight"],
  no: ["does-not-fit", "unsupported"],
};

/** The paces under which a saying is true. */
const trueAt: Readonly<Partial<Record<Saying, readonly string[]>>> = {
  "too-slow": ["too-slow"],
  "not-too-slow": ["slow", "interactive"],
  interactive: ["interactive"],
  "not-interactive": ["slow", "too-slow"],
  usable: ["slow", "interactive"],
  slow: ["slow", "too-slow"],
};

const ofClaims: Readonly<Partial<Record<Saying, readonly string[]>>> = {
  impossible: ["impossible"],
  implausible: ["implausible"],
  doubtful: ["doubtful"],
  consistent: ["consistent"],
  yes: ["consistent"],
  no: ["impossible", "implausible", "doubtful"],
};

/** Verdict words of a question, of a wish, or of what is only asked about are no verdicts. */
const inQuestion =
  /(?<!\p{L})whether [\p{L}\d ,+-]{0,50}$|(?<!\p{L})(?:whether|if|if it|if they|what|would make (?:it|them|this)|make (?:it|them)|does it|do they|will it|can it|ob|how well)\s+(?:all |both |really |still )?$|(?:是否|能否|怎样才能|如何才能)$/iu;
/** "To fit" and "a good fit" are no verdicts either. */
const beforeNoun = /(?<!\p{L})(?:to|makes it|made it|making it|end the|best|good|better|the|a|an)\s+$/iu;
const asked = /[?？]\s*["')*_]*$/;
function meet(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === 0 || other.size === 0 || [...one].some((id) => other.has(id));
}

function findingsFor(
  place: Place,
  scene: Scene,
  { verdicts, names }: Evidence,
  has: (finding: Finding) => boolean,
): Finding[] {
  const boards = entitiesOf(place, "board", scene);
  const models = entitiesOf(place, "model", scene);
  const fitting = verdicts.filter((finding) => has(finding) && meet(models, finding.models));
  // What names no board is said of what the question asked.
  const wanted = boards.size === 0 ? fitting.filter(({ isAside }) => !isAside) : [];
  const able = wanted.length > 0 ? wanted : fitting;
  const exact = able.filter((finding) => meet(boards, finding.boards));
  if (exact.length > 0) return exact;
  // A kit and the module on it have the same memory.
  const modules = (ids: ReadonlySet<string>) => new Set([...ids].map(names.moduleOf));
  return able.filter((finding) => meet(modules(boards), modules(finding.boards)));
}

/** True when of every board at least one of the tools' answers bears the saying out. */
function holdsOnEach(found: readonly Finding[], holds: (finding: Finding) => boolean): boolean {
  const byBoard = new Map<string, boolean>();
  for (const finding of found)
    for (const board of finding.boards.size > 0 ? finding.boards : [finding.name])
      byBoard.set(board, (byBoard.get(board) ?? false) || holds(finding));
  return byBoard.size > 0 && [...byBoard.values()].every(Boolean);
}

/** Of several plans on one board those are meant whose facts stand in the sentence. */
function narrowed(
  found: readonly Finding[],
  { segment }: Place,
  known: readonly Known[],
): readonly Finding[] {
  const near = known.filter(({ start }) => start >= segment.start && start < segment.end);
  const told = found.filter(({ boards, models, fact }) =>
    near.some(
      ({ fact: own }) =>
        own.id === fact ||
        (["decode", "headroom", "needed"].includes(own.quantity) &&
          meet(own.boards, boards) &&
          meet(own.models, models)),
    ),
  );
  return told.length > 0 ? told : found;
}

function nameOf({ name, verdict, pace }: Finding): string {
  return `${name}: ${verdict ?? pace ?? "not known"}`;
}

function judge(
  word: VerdictWord,
  place: Place,
  known: readonly Known[],
  scene: Scene,
  evidence: Evidence,
): { isTrue: boolean; fact?: string; reason: string } | undefined {
  const { saying } = word;
  const isPace = trueAt[saying] !== undefined;
  const accepted = trueAt[saying] ?? trueUnder[saying] ?? [];
  const decided = (finding: Finding) => (isPace ? finding.pace : finding.verdict);
  const all = findingsFor(place, scene, evidence, (finding) => decided(finding) !== undefined);
  const found = narrowed(all, place, known);
  const sentence = scene.folded.slice(place.segment.start, place.segment.end);
  const hasTight =
    saying === "fits" &&
    /\b(?:tight|tightly|barely|just|borderline|narrowly)\b|knapp|juste|勉强|ぎりぎり/i.test(sentence);
  const holds = (finding: Finding) => {
    const value = decided(finding) ?? "";
    return accepted.includes(value) || (hasTight && value === "tight");
  };
  const fact = found.find(holds)?.fact;
  const isSupposed = !isPace && supposed.test(sentence);
  const isArrow = /(?:→|=>)\s*[*_]*$/.test(scene.folded.slice(Math.max(0, word.start - 6), word.start));
  if (isSupposed && holdsSupposed(place, scene, evidence, hasTight ? [...accepted, "tight"] : accepted))
    return { isTrue: true, reason: "", ...(fact !== undefined && { fact }) };
  if (!isArrow && holdsOnEach(found, holds))
    return { isTrue: true, reason: "", ...(fact !== undefined && { fact }) };
  // Mild words are said of many things; without an estimate of this board they claim nothing.
  if (found.length === 0 && (saying === "usable" || saying === "slow")) return undefined;
  if (found.length === 0) return { isTrue: false, reason: "No tool of this turn gave a verdict on that." };
  return {
    isTrue: false,
    reason: `The tools say ${[...new Set(found.map(nameOf))].slice(0, 4).join(", ")}.`,
  };
}

/** Words on whether a claim can be true, and a yes or no to it. */
function judgeClaim(
  { saying, start }: VerdictWord,
  scene: Scene,
  { verdicts }: Evidence,
): { isTrue: boolean; fact?: string; reason: string } | undefined {
  const claims = verdicts.filter(({ claim }) => claim !== undefined);
  const accepted = ofClaims[saying];
  const isOpening = scene.segments[0] !== undefined && start < scene.segments[0].end;
  if (claims.length === 0 || !accepted || !isOpening) return undefined;
  const matching = claims.find(({ claim }) => accepted.includes(claim ?? ""));
  if (matching)
    return { isTrue: true, reason: "", ...(matching.fact !== undefined && { fact: matching.fact }) };
  return { isTrue: false, reason: `check-claim says ${claims.map(({ claim }) => claim).join(", ")}.` };
}

function isQuotedSentence(sentence: string, lines: string): boolean {
  const bare = sentence
    .replace(/\s*\[[^\]\n]*\]/g, "")
    .replace(/^[\s*-]+/, "")
    .trim()
    .toLowerCase();
  const behind = bare.slice(bare.indexOf(": ") + 2);
  return [bare, behind].some((phrase) => phrase.length >= 24 && lines.includes(phrase));
}

function isNoVerdict(word: VerdictWord, place: Place, { folded }: Scene): boolean {
  const { segment } = place;
  if (segment.kind === "heading" || segment.kind === "code") return true;
  const sentence = folded.slice(segment.start, segment.end);
  // The head of a column, "Usable", is no verdict.
  if (segment.kind === "cell" && trueAt[word.saying] && segment.labels.length === 0) return true;
  if (asked.test(sentence)) return true;
  if (word.saying === "no-fit" && /\bnumber\b/.test(sentence)) return true;
  const before = folded.slice(Math.max(segment.start, word.start - 60), word.start);
  const isNoun = /^fit$/i.test(folded.slice(word.start, word.end)) && beforeNoun.test(before);
  return isNoun || (word.saying === "fits" && inQuestion.test(before));
}

function checkWord(
  word: VerdictWord,
  known: readonly Known[],
  lower: string,
  scene: Scene,
  evidence: Evidence,
): Checked | undefined {
  const segment = segmentAt(scene.segments, word.start);
  if (!segment) return undefined;
  const place = { start: word.start, end: word.end, segment };
  if (isNoVerdict(word, place, scene)) return undefined;
  const isAnswer = word.saying === "yes" || word.saying === "no";
  const claimed = judgeClaim(word, scene, evidence);
  const hasFit = evidence.verdicts.some(({ verdict }) => verdict !== undefined);
  if (!claimed && ofClaims[word.saying] !== undefined && !isAnswer) return undefined;
  if (!claimed && isAnswer && !hasFit) return undefined;
  const judged = claimed ?? judge(word, place, known, scene, evidence);
  if (!judged) return undefined;
  const { isTrue, fact, reason } = judged;
  const claim: MarkedClaim = {
    text: scene.text.slice(word.start, word.end),
    kind: "verdict",
    start: word.start,
    end: word.end,
  };
  if (isTrue) return { mark: "verified", claim: { ...claim, ...(fact !== undefined && { fact }) } };
  // What a tool or a document wrote is theirs, word for word.
  const sentence = scene.folded.slice(segment.start, segment.end);
  const isTheirs =
    isQuotedWord(lower, word, segment, evidence.index.words) ||
    isQuotedSentence(sentence, evidence.index.lines);
  return isTheirs ? undefined : { mark: "unverified", claim: { ...claim, reason } };
}

/** Marks every verdict word: it has to be what the tools decided of the boards and models it is said of. */
export function checkVerdicts(
  known: readonly Known[],
  lower: string,
  scene: Scene,
  evidence: Evidence,
): Checked[] {
  return scene.verdictWords.flatMap((word) => checkWord(word, known, lower, scene, evidence) ?? []);
}
