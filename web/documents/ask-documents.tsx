import { useAsk } from "../ask.ts";

/** Asks in the chat what the documents say about a subject. */
export function AskDocuments({ subject }: { subject: string }) {
  const ask = useAsk();
  return (
    <button
      type="button"
      className="ask"
      aria-label={`Ask about this: ${subject}`}
      title="Ask about this in the chat"
      onClick={() => ask(`Search the documents: ${subject}`, { isNew: true })}
    >
      Ask about this
    </button>
  );
}
