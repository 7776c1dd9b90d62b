import type { Place } from "./entities.ts";
import type { Evidence } from "./evidence.ts";
import type { Remedy } from "./findings.ts";
import type { Mention, Names } from "./names.ts";
import { type Scene, within } from "./scene.ts";

/** Words of what would be if something were changed. */
export const supposed =
  /\b(?:would|could|if|when|once|unless|instead|after|by (?:switching|running|using|moving|dropping|lowering|reducing|setting)|move|moving|switch(?:ing)?|headless|with (?:the |a |an )?(?:q\d\w*|iq\d\w*|kv|fp8|int4|smaller|shorter|lower|no prompt|\d[\d,.]*k? (?:tokens|context))|reduc\w+|lower\w*|quanti[sz]\w+|wenn|falls|würde|tiendrait|cabría|si)\b|→|=>|如果|若|改用|换成|すれば|なら|れば/i;
const moved =
  /\b(?:move|moving|switch|upgrade|upgrading|instead|step up|wechsel\w*|passez|passer|cambi\w+)\b|→|换|移/i;

const words = (text: string) => text.toLowerCase().match(/[\p{L}\d_.-]{3,}/gu) ?? [];
const plain = new Set(
  "instead with the without from jetson tokens instruct model run llama.cpp vllm orin nano agx thor super any this that for and one board".split(
    " ",
  ),
);

/** True when a sentence speaks of a change, by its words or, for a move, by the board it leads to. */
function tells(sentence: string, mentions: readonly Mention[], { change }: Remedy, names: Names): boolean {
  if (/^move to /.test(change)) {
    const target = new Set(names.find(change).flatMap(({ ids }) => ids));
    return moved.test(sentence) && mentions.some(({ ids }) => ids.some((id) => target.has(id)));
  }
  const own = new Set(words(sentence));
  return words(change).some((word) => !plain.has(word) && own.has(word));
}

/** A verdict on what would be: true when a fix of the tools that the sentence speaks of has it. */
export function holdsSupposed(
  place: Place,
  scene: Scene,
  { verdicts, names }: Evidence,
  accepted: readonly string[],
): boolean {
  const { segment } = place;
  const sentence = scene.folded.slice(segment.start, segment.end);
  const lower = sentence.toLowerCase();
  const mentions = within(scene.mentions, segment);
  const boards = new Set(mentions.flatMap(({ kind, ids }) => (kind === "board" ? ids : [])));
  const named = verdicts.filter(
    (finding) => finding.fixes.length > 0 && [...finding.boards].some((id) => boards.has(id)),
  );
  const fixes = (named.length > 0 ? named : verdicts).flatMap((finding) => finding.fixes);
  const repeated = fixes.filter(({ change }) => lower.includes(change.toLowerCase()));
  const longest = Math.max(0, ...repeated.map(({ change }) => change.length));
  const told =
    longest > 0
      ? repeated.filter(({ change }) => change.length === longest)
      : fixes.filter((fix) => tells(sentence, mentions, fix, names));
  return told.some(({ verdict }) => accepted.includes(verdict));
}
