import { type FormEvent, useRef, useState } from "react";
import { Link } from "wouter";
import { revealHidden } from "../hidden-characters.ts";
import type { Summary } from "./conversation.ts";
import { addressOf } from "./current-conversation.ts";
import type { HistoryActions } from "./history-actions.ts";

type RenameProps = { title: string; onRename: (title: string) => void; onCancel: () => void };

/** The title as a field: Enter keeps what is written, Escape what was. */
function Rename({ title, onRename, onCancel }: RenameProps) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const written = new FormData(event.currentTarget).get("title");
    const next = typeof written === "string" ? written.trim() : "";
    if (next === "" || next === title) onCancel();
    else onRename(next);
  };
  return (
    <form
      className="rename"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        // It would close the drawer, or stop an answer.
        event.preventDefault();
        event.stopPropagation();
        onCancel();
      }}
    >
      <input
        name="title"
        aria-label={`New name of "${title}"`}
        defaultValue={title}
        maxLength={200}
        // biome-ignore lint/a11y/noAutofocus: whoever chose to rename is to write at once
        autoFocus
        autoComplete="off"
      />
      <button type="submit">Save</button>
      <button type="button" onClick={onCancel}>
        Cancel
      </button>
    </form>
  );
}

type ActionsProps = { id: string; title: string; actions: HistoryActions; onRename: () => void };

function ItemActions({ id, title, actions, onRename }: ActionsProps) {
  return (
    <fieldset className="item-actions" aria-label={`What to do with "${title}"`}>
      <button type="button" onClick={onRename}>
        Rename
      </button>
      <button type="button" onClick={() => actions.exportAs(id, "markdown")}>
        Export as Markdown
      </button>
      <button type="button" onClick={() => actions.exportAs(id, "json")}>
        Export as JSON
      </button>
      <button type="button" className="danger" onClick={() => actions.remove(id)}>
        Delete
      </button>
    </fieldset>
  );
}

export type ItemProps = {
  summary: Summary;
  isCurrent: boolean;
  isBusy: boolean;
  isOpen: boolean;
  onToggle: (isOpen: boolean) => void;
  onChoose: () => void;
  actions: HistoryActions;
};

/** A conversation in the list: the way to it, and what may be done with it. */
export function ConversationItem(props: ItemProps) {
  const { summary, isCurrent, isBusy, isOpen, onToggle, onChoose, actions } = props;
  const { id } = summary;
  const title = revealHidden(summary.title);
  const [isRenaming, setIsRenaming] = useState(false);
  const more = useRef<HTMLButtonElement>(null);
  const endRename = () => {
    setIsRenaming(false);
    onToggle(false);
    requestAnimationFrame(() => more.current?.focus());
  };
  const rename = (next: string) => {
    endRename();
    void actions.rename(id, next);
  };
  if (isRenaming)
    return (
      <li>
        <Rename title={title} onRename={rename} onCancel={endRename} />
      </li>
    );
  return (
    <li>
      <div className="item">
        <Link
          href={addressOf(id)}
          aria-current={isCurrent ? "page" : undefined}
          onClick={onChoose}
          dir="auto"
        >
          {title}
          {isBusy && <span className="note"> answering …</span>}
        </Link>
        <button
          ref={more}
          type="button"
          className="more"
          aria-label={`More for "${title}"`}
          aria-expanded={isOpen}
          onClick={() => onToggle(!isOpen)}
        >
          ⋯
        </button>
      </div>
      {isOpen && <ItemActions id={id} title={title} actions={actions} onRename={() => setIsRenaming(true)} />}
    </li>
  );
}
