import { type ReactNode, useCallback, useState } from "react";
import { Route, Switch, useLocation } from "wouter";
import { type Ask, AskContext, type Asked } from "./ask.ts";
import { ConversationView } from "./chat/conversation-view.tsx";
import { createLazy, type Lazy, LazyPart } from "./lazy-part.tsx";
import { isChatAt, Navigation } from "./navigation.tsx";
import { useTitle } from "./use-title.ts";

const planner = createLazy(() => import("./planner/planner-view.tsx"));
const documents = createLazy(() => import("./documents/documents-view.tsx"));
const status = createLazy(() => import("./status/status-view.tsx"));

/** What the address asks when the page is opened: `/?q=`. In other views it asks nothing. */
function askedByAddress(): Asked | undefined {
  const { pathname, search } = window.location;
  const question = pathname === "/" ? new URLSearchParams(search).get("q")?.trim() : undefined;
  return question ? { question, isNew: true } : undefined;
}

type ViewProps<Code> = {
  name: string;
  part: Lazy<Code>;
  isWide?: boolean;
  children: (code: Code) => ReactNode;
};

/** A view beside the chat, whose code is fetched when it is opened. */
function View<Code>({ name, part, isWide = false, children }: ViewProps<Code>) {
  useTitle(name);
  return (
    <main id="content" className={isWide ? "wide" : undefined}>
      <LazyPart part={part}>{children}</LazyPart>
    </main>
  );
}

/** The whole page: the way between the views, and the one that is open. The chat goes on while another is. */
export function Page() {
  const [path, navigate] = useLocation();
  const [asked, setAsked] = useState(askedByAddress);
  const ask = useCallback<Ask>(
    (question, { isNew = false } = {}) => {
      if (isNew || !isChatAt(window.location.pathname)) navigate("/");
      setAsked({ question, isNew });
    },
    [navigate],
  );
  return (
    <AskContext value={ask}>
      <a className="skip" href="#content">
        Skip to content
      </a>
      <header className="masthead">
        <p className="name">Jetson Advisor</p>
        <Navigation />
      </header>
      <ConversationView asked={asked} isShown={isChatAt(path)} />
      <Switch>
        <Route path="/planner" key="planner">
          <View name="Planner" part={planner} isWide={true}>
            {({ PlannerView }) => <PlannerView />}
          </View>
        </Route>
        <Route path="/documents/:id?" key="documents">
          {({ id }) => (
            <View name="Documents" part={documents}>
              {({ DocumentsView }) => <DocumentsView id={id} />}
            </View>
          )}
        </Route>
        <Route path="/status" key="status">
          <View name="Status" part={status}>
            {({ StatusView }) => <StatusView />}
          </View>
        </Route>
      </Switch>
    </AskContext>
  );
}
