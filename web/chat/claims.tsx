import {
  createContext,
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { flushSync } from "react-dom";
import { revealHidden } from "../hidden-characters.ts";
import type { Claim } from "./checked-answer.ts";
import { Derivation } from "./derivation.tsx";
import { Dialog, showDialog } from "./dialog.tsx";
import type { Grounds } from "./grounds.ts";

type ClaimContext = {
  claims: readonly Claim[];
  grounds: Grounds;
  /** The claim that Tab comes to; the arrow keys lead on from there. */
  current: number;
  setCurrent: (index: number) => void;
  open: (claim: Claim) => void;
};

const Context = createContext<ClaimContext>({
  claims: [],
  grounds: { facts: new Map(), sources: new Map(), repeats: [] },
  current: 0,
  setCurrent: () => undefined,
  open: () => undefined,
});

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

const isSeen = (claim: Element) => claim.checkVisibility();

/** Moves to the claim before or after this one in the same text. */
function moveFocus(from: HTMLElement, step: number): void {
  const drawn = from.closest(".prose")?.querySelectorAll<HTMLElement>(".claim") ?? [];
  // One in a section that is folded is there as well.
  const all = [...drawn].filter(isSeen);
  all[all.indexOf(from) + step]?.focus();
}

/** The name of a claim for those who do not see its line: text, mark and what it is. */
function nameOf({ text, mark, fact, reason }: Claim, { facts }: Grounds): string {
  const known = fact === undefined ? undefined : facts.get(fact);
  if (mark === "given") return `${text}, you said`;
  if (mark === "unverified") return `${text}, not verified${reason ? `: ${reason}` : ""}`;
  return `${text}, verified${known ? `: ${known.label}, ${known.entity}` : ""}`;
}

/** A claim in the text; pressed, it opens what it rests on. One of a text is reached with Tab, the others with arrows. */
export function ClaimMark({ index, children }: { index: number; children: ReactNode }) {
  const { claims, grounds, current, setCurrent, open } = useContext(Context);
  const claim = claims[index];
  if (!claim) return children;
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = steps[event.key];
    const opens = event.key === "Enter" || event.key === " ";
    if (step === undefined && !opens) return;
    event.preventDefault();
    if (step !== undefined) moveFocus(event.currentTarget, step);
    else open(claim);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button is a box, before and after which lines break that must not
    <span
      role="button"
      className={`claim ${claim.mark}`}
      data-claim={index}
      tabIndex={index === current ? 0 : -1}
      aria-haspopup="dialog"
      aria-label={nameOf(claim, grounds)}
      onClick={() => open(claim)}
      onFocus={() => setCurrent(index)}
      onKeyDown={onKeyDown}
    >
      {children}
    </span>
  );
}

type ClaimsProps = { claims: readonly Claim[]; grounds: Grounds; children: ReactNode };

/** Lets the text inside mark its claims, and shows what the one that is opened rests on. */
export function Claims({ claims, grounds, children }: ClaimsProps) {
  const [opened, setOpened] = useState<Claim>();
  const [current, setCurrent] = useState(0);
  const dialog = useRef<HTMLDialogElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const open = useCallback((claim: Claim) => {
    flushSync(() => setOpened(claim));
    showDialog(dialog.current);
  }, []);
  // A claim inside a link is not marked, and Tab comes to none that is folded: only the text knows which is the first.
  const beginAtFirst = useCallback(() => {
    const first = [...(text.current?.querySelectorAll<HTMLElement>(".claim") ?? [])].find(isSeen);
    if (first) setCurrent(Number(first.dataset.claim));
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other claims begin anew
  useEffect(beginAtFirst, [claims, beginAtFirst]);
  // The claim that Tab comes to is folded away, or the first ones come to light.
  useEffect(() => {
    const prose = text.current;
    const onToggle = () => {
      const stop = prose?.querySelector('.claim[tabindex="0"]');
      if (stop && !isSeen(stop)) beginAtFirst();
    };
    prose?.addEventListener("toggle", onToggle, { capture: true });
    return () => prose?.removeEventListener("toggle", onToggle, { capture: true });
  }, [beginAtFirst]);
  const context = useMemo(
    () => ({ claims, grounds, current, setCurrent, open }),
    [claims, grounds, current, open],
  );
  return (
    <Context value={context}>
      <div ref={text}>{children}</div>
      <Dialog ref={dialog} label="Where this comes from" heading={revealHidden(opened?.text ?? "")}>
        {opened && <Derivation key={opened.start} claim={opened} grounds={grounds} />}
      </Dialog>
    </Context>
  );
}
