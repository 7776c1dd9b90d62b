import "./no-eval.ts";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { ChatView } from "./chat/chat-view.tsx";

const question = new URLSearchParams(window.location.search).get("q")?.trim();
const page = document.getElementById("page");
if (page)
  createRoot(page).render(
    <StrictMode>
      <ChatView {...(question ? { firstQuestion: question } : {})} />
    </StrictMode>,
  );
