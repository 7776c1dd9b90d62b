import type { Readiness } from "./readiness.ts";

/** The name of the answerer that needs no model. */
const builtIn = "built-in";

function NotReady({ code, message, fix }: Extract<Readiness, { state: "not-ready" }>) {
  const isModel = code.startsWith("llm-") && code !== "llm-loading";
  return (
    <>
      {message} {fix && <code>{fix}</code>} {isModel && "Until then the built-in answerer stands in."}{" "}
      <code>{code}</code>
    </>
  );
}

function Answerer({ readiness }: { readiness: Readiness }) {
  if (readiness.state === "not-ready") return <NotReady {...readiness} />;
  if (readiness.state === "lost")
    return "No connection to the advisor. What stands here stays readable; asking works when it is back.";
  if (readiness.state === "unknown") return "\u00a0";
  if (readiness.model === builtIn) return "Built-in answerer, no model";
  return `Model: ${readiness.model}`;
}

type ChatHeaderProps = { readiness: Readiness; onLook: () => void };

/** Who answers in this chat, or why nobody can and what to do. */
export function ChatHeader({ readiness, onLook }: ChatHeaderProps) {
  const isWell = readiness.state === "ready" || readiness.state === "unknown";
  return (
    <div className="chat-header">
      <h1 className="visually-hidden">Chat</h1>
      <div className={isWell ? "note" : "degraded"}>
        <p>
          <Answerer readiness={readiness} />
        </p>
        {!isWell && (
          <button type="button" className="quiet" onClick={onLook}>
            Look again
          </button>
        )}
      </div>
    </div>
  );
}
