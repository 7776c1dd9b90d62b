import "./no-eval.ts";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Page } from "./page.tsx";

const page = document.getElementById("page");
if (page)
  createRoot(page).render(
    <StrictMode>
      <Page />
    </StrictMode>,
  );
