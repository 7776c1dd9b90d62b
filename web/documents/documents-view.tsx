import { DocumentList } from "./document-list.tsx";
import { DocumentView } from "./document-view.tsx";

/** The documents behind the answers: list, one opened, and search. */
export function DocumentsView({ id }: { id: string | undefined }) {
  return id === undefined ? <DocumentList /> : <DocumentView key={id} id={id} />;
}
