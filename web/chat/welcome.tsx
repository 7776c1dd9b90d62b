import { Link } from "wouter";
import { Examples } from "./examples.tsx";

/** What stands in a chat before its first question: what this is, what can be asked, and what else there is. */
export function Welcome({ onAsk }: { onAsk: (question: string) => void }) {
  return (
    <div className="welcome">
      <p className="purpose">
        Does a model fit a Jetson board, how fast is it, and what would make it fit? Verdicts and numbers are
        computed on this machine, and each shows where it comes from.
      </p>
      <Examples onAsk={onAsk} />
      <p>
        Rather without words? <Link href="/planner">Plan a board with its workloads</Link>. The sources behind
        the answers are in the <Link href="/documents">documents</Link>.
      </p>
    </div>
  );
}
