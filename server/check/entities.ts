import type { Span } from "./aside.ts";
import type { Segment } from "./layout.ts";
import type { Mention, NameKind } from "./names.ts";
import { type Scene, within } from "./scene.ts";

/** A number or word with the sentence or cell it stands in. */
export type Place = Span & { segment: Segment; unit?: string };

const boundary =
  /[;:,()]|(?<![\p{L}])(?:and|but|while|whereas|versus|vs|compared|against|than|or|und|aber|während|als|et|mais|tandis|que|y|pero|mientras|而|但|和|一方)(?![\p{L}])/iu;
const attached =
  /^[\s\u00a0*]*(?:[\p{L}%'-]+[\s\u00a0]+){0,5}?(?:on|for|of|at|in|with|by|from|auf|für|beim?|sur|pour|du|de|en|para|del)[\s\u00a0]+(?:(?:the|an?|dem|der|den|einem|le|la|l'|un|une|el|una)[\s\u00a0']*)?[*]*$/iu;
const coordinated =
  /^[\s\u00a0*]*(?:,|and|or|&|\+|\/|und|oder|et|ou|y|o|e|和|与|と|、|, and|next to|beside|alongside|with)[\s\u00a0*]*(?:(?:the|der|dem|den|la|le|el)[\s\u00a0]*)?[*]*$/iu;

/** Names that stand in one list with the given one: "Orin NX 16GB and Orin NX 8GB". */
function groupOf(mention: Mention, all: readonly Mention[], folded: string): Mention[] {
  const group = [mention];
  const at = all.indexOf(mention);
  for (let before = at - 1; before >= 0; before--) {
    const [one, next] = [all[before], group[0]];
    if (!one || !next || !coordinated.test(folded.slice(one.end, next.start))) break;
    group.unshift(one);
  }
  for (let behind = at + 1; behind < all.length; behind++) {
    const [last, one] = [group.at(-1), all[behind]];
    if (!one || !last || !coordinated.test(folded.slice(last.end, one.start))) break;
    group.push(one);
  }
  return group;
}

/** True where nothing that parts clauses, and no other number, stands between. */
function isClose(folded: string, from: number, to: number): boolean {
  return !boundary.test(folded.slice(from, to));
}

const respectively = /respectively|jeweils|beziehungsweise|respectivement|respectivamente|分别|それぞれ/i;

/** The one of a list that a number belongs to when as many numbers follow it in the same order. */
function inTurn(group: readonly Mention[], number: Place, scene: Scene): Mention | undefined {
  const { folded, numbers } = scene;
  const last = group.at(-1);
  if (group.length < 2 || !last || number.unit === undefined) return undefined;
  const siblings = within(numbers, number.segment).filter(({ unit }) => unit === number.unit);
  const after = siblings.filter(({ start }) => start >= last.end);
  const isTold = respectively.test(folded.slice(number.segment.start, number.segment.end));
  if (!isTold || after.length !== group.length) return undefined;
  return group[after.findIndex(({ start }) => start === number.start)];
}

/** The names of a sentence that a number in it is about. */
function nearest(local: readonly Mention[], number: Place, scene: Scene): Mention[] {
  const { folded } = scene;
  const before = local.findLast(({ end }) => end <= number.start);
  const behind = local.find(({ start }) => start >= number.end);
  if (!before || !behind) {
    const only = before ?? behind;
    if (!only) return [];
    const group = groupOf(only, local, folded);
    const turn = inTurn(group, number, scene);
    return turn ? [turn] : group;
  }
  const gap = folded.slice(number.end, behind.start);
  const isAttached = attached.test(gap) && !/\d/.test(gap);
  const isBeforeClose = isClose(folded, before.end, number.start);
  const chosen = isAttached && !isBeforeClose ? [behind] : isAttached ? [before, behind] : [before];
  const group = chosen.flatMap((mention) => groupOf(mention, local, folded));
  const turn = inTurn(group, number, scene);
  return turn ? [turn] : group;
}

function idsOf(mentions: readonly Mention[]): Set<string> {
  return new Set(mentions.flatMap(({ ids }) => ids));
}

function mentionsIn(scene: Scene, span: Span, kind: NameKind): Mention[] {
  return within(scene.mentions, span).filter((mention) => mention.kind === kind);
}

/** The records of a kind that a number is about: of its sentence or cell, else of what leads to it; empty where nothing says. */
export function entitiesOf(number: Place, kind: NameKind, scene: Scene): Set<string> {
  const { segment } = number;
  const local = mentionsIn(scene, segment, kind);
  const own = nearest(local, number, scene);
  if (own.length > 0) return idsOf(own);
  for (const label of segment.labels) {
    const named = mentionsIn(scene, label, kind);
    if (named.length > 0) return idsOf(named);
  }
  // A row is about what any of its cells names; a sentence about what leads to it.
  const around = segment.kind === "cell" ? [segment.line, ...segment.parents] : segment.parents;
  for (const parent of around) {
    const named = mentionsIn(scene, parent, kind);
    if (named.length > 0) return idsOf(named);
  }
  return new Set();
}
