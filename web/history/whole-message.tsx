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
import type { WholeQueue } from "./whole-queue.ts";

/** Where the stubs of the conversation that is shown wait to become whole. */
export const WholeQueueContext = createContext<WholeQueue | undefined>(undefined);

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
  const queue = useContext(WholeQueueContext);
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!element.current) return;
    return queue?.enter(element.current, {
      position,
      onWhole: (whole) => startTransition(() => onWhole(whole)),
    });
  }, [queue, position, onWhole]);
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
