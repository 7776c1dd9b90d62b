import { type DynamicToolUIPart, getToolName, type ToolUIPart } from "ai";
import { memo } from "react";
import { ShownText } from "../shown-text.tsx";
import { groupResults, type Result } from "./group-results.ts";
import { ToolView } from "./tool-view.tsx";

type ToolPart = ToolUIPart | DynamicToolUIPart;

function isOpen({ state }: ToolPart): boolean {
  return state !== "output-available" && state !== "output-error";
}

function toResults(part: ToolPart): Result[] {
  if (part.state !== "output-available") return [];
  return [{ id: part.toolCallId, name: getToolName(part), output: part.output }];
}

/** Calls that have no result yet, or never will. */
function Running({ parts, isBusy }: ToolResultsProps) {
  const names = [...new Set(parts.filter(isOpen).map(getToolName))];
  if (names.length === 0) return null;
  const text = names.join(", ");
  return (
    <p className="note">{isBusy ? `Running ${text} …` : `Stopped before there was a result: ${text}.`}</p>
  );
}

/** Calls that went wrong, each with the tool's own words. */
function Failed({ parts }: { parts: readonly ToolPart[] }) {
  return parts.map(
    (part) =>
      part.state === "output-error" && (
        <p key={part.toolCallId} className="note failed">
          {getToolName(part)} gave no result: <ShownText text={part.errorText} />
        </p>
      ),
  );
}

type ToolResultsProps = { parts: readonly ToolPart[]; isBusy: boolean };

/** Text that streams in below brings every part anew; cards are drawn again only when a call has gone on. */
function isSame(before: ToolResultsProps, after: ToolResultsProps): boolean {
  const sign = ({ parts, isBusy }: ToolResultsProps) =>
    [isBusy, ...parts.map(({ toolCallId, state }) => `${toolCallId} ${state}`)].join();
  return sign(before) === sign(after);
}

/** What the tools of an answer gave: what decides as open cards, in the order in which it came, then the rest, folded. */
export const ToolResults = memo(function ToolResults({ parts, isBusy }: ToolResultsProps) {
  const groups = groupResults(parts.flatMap(toResults));
  return (
    <>
      {groups.map((group) => (
        <ToolView key={group.id} group={group} />
      ))}
      <Failed parts={parts} />
      <Running parts={parts} isBusy={isBusy} />
    </>
  );
}, isSame);
