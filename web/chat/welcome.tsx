import { Link } from "wouter";
import { Examples } from "./examples.tsx";

/** What stands in a chat before its first question: what this is, what can be asked, and what else there is. */
export function Welcome({ onAsk }: { onAsk: (question: string) => void }) {
  return (
    <div className="welcome">
      <p className="purpose">
        <strong>Will it run on a Jetson?</strong> Ask whether a model fits a board, how fast it is, and what
        would make it fit. Every number is computed on this machine and shows where it comes from.
      </p>
      <Examples onAsk={onAsk} />
      <p>
        Rather without words? <Link href="/planner">Plan a board</Link> with sliders. What the answers rest on
        is in the <Link href="/documents">documents</Link>.
      </p>
    </div>
  );
}
