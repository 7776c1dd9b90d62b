import type { UIMessage } from "ai";
import {
  createContext,
  type ReactNode,
  type RefObject,
  startTransition,
  useContext,
  useEffect,
  useRef,
  useState,
} from "react";
import { ShownText } from "../shown-text.tsx";
import { textOf } from "./conversation.ts";
import { placeOf } from "./stub.ts";

/** Reads the whole of the message at a position of the conversation that is shown. */
export type LoadWhole = (position: number) => Promise<UIMessage | undefined>;

export const LoadWholeContext = createContext<LoadWhole>(async () => undefined);

/** Calls back once, when the element comes within some windows of what is seen. */
function useNear(element: RefObject<HTMLElement | null>, onNear: () => void): void {
  useEffect(() => {
    if (!element.current) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        onNear();
      },
      { rootMargin: "400% 0px" },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element, onNear]);
}

/** The words of an answer as they were written, to be found in the page and read aloud. */
export function Words({ message, ref }: { message: UIMessage; ref?: RefObject<HTMLElement | null> }) {
  return (
    <article className="answer words" ref={ref}>
      <h2 className="visually-hidden">Answer</h2>
      <p className="verbatim" dir="auto">
        <ShownText text={textOf(message)} />
      </p>
    </article>
  );
}

type StubProps = { message: UIMessage; position: number; onWhole: (message: UIMessage) => void };

/** An answer of long ago is words only; near the window it becomes whole. */
function Stub({ message, position, onWhole }: StubProps) {
  const load = useContext(LoadWholeContext);
  const element = useRef<HTMLElement>(null);
  const [becomeWhole] = useState(() => async () => {
    const whole = await load(position);
    if (whole) startTransition(() => onWhole(whole));
  });
  useNear(element, becomeWhole);
  return <Words message={message} ref={element} />;
}

type WholeMessageProps = { message: UIMessage; children: (whole: UIMessage) => ReactNode };

/** A message as it came; one of long ago is read only when it comes near what is seen. */
export function WholeMessage({ message, children }: WholeMessageProps) {
  const [whole, setWhole] = useState<UIMessage>();
  const position = placeOf(message);
  if (position === undefined) return children(message);
  return whole ? children(whole) : <Stub message={message} position={position} onWhole={setWhole} />;
}
