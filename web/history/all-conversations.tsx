import { useRef } from "react";
import { showDialog } from "../chat/dialog.tsx";
import { formatCount } from "../format.ts";
import type { HistoryActions } from "./history-actions.ts";

type ConfirmProps = { count: number; onConfirm: () => void };

/** Everything is deleted only after it was asked once more, since it cannot be undone. */
function DeleteAll({ count, onConfirm }: ConfirmProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button
        type="button"
        className="danger"
        disabled={count === 0}
        onClick={() => showDialog(dialog.current)}
      >
        Delete all
      </button>
      <dialog ref={dialog} aria-labelledby="delete-all" closedby="any">
        <h3 id="delete-all">Delete {formatCount(count, "conversation")}?</h3>
        <p>They are kept nowhere but in this browser. This cannot be undone.</p>
        <form method="dialog" className="choices">
          <button type="submit">Keep them</button>
          <button type="submit" className="danger" onClick={onConfirm}>
            Delete all
          </button>
        </form>
      </dialog>
    </>
  );
}

/** What is done with all conversations at once. */
export function AllConversations({ count, actions }: { count: number; actions: HistoryActions }) {
  const file = useRef<HTMLInputElement>(null);
  return (
    <details className="all-conversations">
      <summary>Export, import, delete all</summary>
      <div className="choices">
        <button type="button" disabled={count === 0} onClick={() => actions.exportAll()}>
          Export all
        </button>
        <button type="button" onClick={() => file.current?.click()}>
          Import
        </button>
        <DeleteAll count={count} onConfirm={() => void actions.removeAll()} />
      </div>
      <input
        ref={file}
        type="file"
        accept=".json,application/json"
        aria-label="File to import"
        hidden
        onChange={({ currentTarget }) => {
          const [chosen] = currentTarget.files ?? [];
          if (chosen) void actions.importFile(chosen);
          // The same file may be chosen again.
          currentTarget.value = "";
        }}
      />
    </details>
  );
}
