import type { CheckReport, MarkedClaim } from "../check/check.ts";
import { type Sentence, sentencesOf } from "./sentences.ts";

/** What became of a text: what was let through, and from the first doubt on what was not. */
export type Passed = { text: string; held: string };

/** Lets a text through sentence by sentence as it comes. */
export type Gate = {
  push(delta: string): void;
  /** No more comes: looks at what is left. */
  end(): Passed;
  /** The text broke off: shows what is left of it as far as it passes, backed or not. */
  spill(): void;
};

type Options = {
  check(text: string): CheckReport;
  show(delta: string): void;
  /** What stands before this text in the answer. */
  before?: string;
  /** Nothing is shown before something in the text is backed: words without any are no answer. */
  mustProve: boolean;
  /** What backs a sentence beside its numbers, verdicts and citations. */
  proves?(sentence: string): boolean;
  /**
   * What stands in for a sentence that does not pass; what is offered has to pass itself. Without it, the rest is held
   * from there on.
   */
  mend?(sentence: string, doubts: readonly MarkedClaim[], passes: (words: string) => boolean): string;
};

/** A sentence is over where something follows it. */
function isOver({ start, end }: Sentence, text: string): boolean {
  return end < text.length || text.slice(start, end).endsWith("\n");
}

/** Opens a gate: a sentence passes when it is over and nothing in it is unverified. */
export function createGate({ check, show, before = "", mustProve, proves, mend }: Options): Gate {
  let received = "";
  let lookedAt = 0;
  let passed = "";
  let shown = 0;
  let isShut = false;
  let isProven = !mustProve;

  const showPassed = () => {
    if (passed.length > shown) show(passed.slice(shown));
    shown = passed.length;
  };
  const admit = (words: string, isBacked: boolean) => {
    passed += words;
    isProven ||= isBacked;
    if (isProven) showPassed();
  };
  const judge = (words: string) => {
    const from = before.length + passed.length;
    const report = check(before + passed + words);
    const isNew = ({ end }: MarkedClaim) => end > from;
    return {
      doubts: report.unverified.filter(isNew),
      isBacked: report.verified.some(isNew) || proves?.(words) === true,
    };
  };
  const look = (sentence: string) => {
    const { doubts, isBacked } = judge(sentence);
    if (doubts.length === 0) admit(sentence, isBacked);
    else if (mend)
      admit(
        mend(sentence, doubts, (words) => judge(words).doubts.length === 0),
        true,
      );
    else isShut = true;
  };
  const advance = (isWanted: (sentence: Sentence) => boolean) => {
    const rest = received.slice(lookedAt);
    for (const sentence of sentencesOf(rest)) {
      if (isShut || !isWanted(sentence)) return;
      look(sentence.text);
      if (!isShut) lookedAt += sentence.text.length;
    }
  };
  return {
    push(delta) {
      const from = lookedAt;
      received += delta;
      if (!isShut) advance((sentence) => isOver(sentence, received.slice(from)));
    },
    spill() {
      isProven = true;
      if (!isShut) advance(() => true);
      showPassed();
    },
    end() {
      if (!isShut) advance(() => true);
      return isProven ? { text: passed, held: received.slice(lookedAt) } : { text: "", held: received };
    },
  };
}
