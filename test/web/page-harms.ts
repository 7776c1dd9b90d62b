import type { Page } from "playwright-core";

/** What on the page could run a script, fetch something, or lead somewhere that no text may lead to. */
export async function harmsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const shown = [...document.querySelectorAll("#page *")];
    const active =
      "script, iframe, frame, object, embed, base, meta, link, style, img, picture, video, audio, source, form[action], math, [srcdoc], [formaction], [ping]";
    const elements = shown.filter(
      (element) =>
        element.matches(active) || (element.matches("svg") && element.closest(".prose, .question")),
    );
    const handlers = shown.filter((element) =>
      element.getAttributeNames().some((name) => name.startsWith("on")),
    );
    const links = shown.filter((element) => {
      if (!(element instanceof HTMLAnchorElement || element instanceof SVGAElement)) return false;
      const { origin, protocol, pathname } = new URL(element.getAttribute("href") ?? "", document.baseURI);
      if (origin === location.origin)
        return element.closest(".prose") ? !pathname.startsWith("/documents/") : pathname.startsWith("/api");
      const isSafe = ["http:", "https:", "mailto:"].includes(protocol);
      return !isSafe || element.getAttribute("rel") !== "noopener noreferrer";
    });
    return [...elements, ...handlers, ...links].map(({ outerHTML }) => outerHTML.slice(0, 200));
  });
}

/**
 * Tries every way out of the page to a foreign origin, as text would that was taken for HTML; what the policy said to
 * each. Nothing of it may arrive there.
 */
export async function tryWaysOut(page: Page, origin: string): Promise<string[]> {
  return page.evaluate(async (origin) => {
    const refused = new Set<string>();
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) =>
      refused.add(effectiveDirective),
    );
    const insert = (name: string, attributes: Record<string, string>) => {
      const element = document.createElement(name);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      document.body.append(element);
      return element;
    };
    const ways: (() => unknown)[] = [
      () => insert("img", { src: `${origin}/image` }),
      () => insert("iframe", { src: `${origin}/frame` }),
      () => insert("video", { src: `${origin}/video` }),
      () => insert("object", { data: `${origin}/object` }),
      () => insert("link", { rel: "stylesheet", href: `${origin}/style` }),
      () => insert("link", { rel: "manifest", href: `${origin}/manifest` }),
      () => insert("base", { href: origin }),
      () => insert("p", { style: `background: url(${origin}/attribute)` }),
      () => insert("style", {}).append(`body { background: url(${origin}/rule) }`),
      () => fetch(`${origin}/fetch`).catch(() => undefined),
      () => navigator.sendBeacon(`${origin}/beacon`),
      () => new EventSource(`${origin}/events`),
      () => new WebSocket(origin.replace("http", "ws")),
      () => insert("form", { action: `${origin}/form` }).dispatchEvent(new Event("submit")),
      () => HTMLFormElement.prototype.submit.call(insert("form", { action: `${origin}/form` })),
      () => new FontFace("foreign", `url(${origin}/font)`).load().catch(() => undefined),
    ];
    for (const way of ways)
      try {
        way();
      } catch {}
    // The browser tells of each refusal a little later.
    for (let told = -1; told < refused.size; await new Promise((resolve) => setTimeout(resolve, 1_000)))
      told = refused.size;
    return [...refused].sort();
  }, origin);
}

/** Sinks that would make scripts or elements of a string, and did not refuse it. */
export async function openSinks(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const html = "<b>text</b>";
    const set = (name: string, property: string, value: string) =>
      Reflect.set(document.createElement(name), property, value);
    const sinks: Record<string, () => unknown> = {
      innerHTML: () => set("p", "innerHTML", html),
      outerHTML: () => set("p", "outerHTML", html),
      insertAdjacentHTML: () => document.createElement("p").insertAdjacentHTML("beforeend", html),
      srcdoc: () => set("iframe", "srcdoc", html),
      write: () => Reflect.apply(Reflect.get(document, "write"), document, [html]),
      parseFromString: () => new DOMParser().parseFromString(html, "text/html"),
      createContextualFragment: () => document.createRange().createContextualFragment(html),
      "script.src": () => set("script", "src", "/assets/any.js"),
      "script.text": () => set("script", "text", "alert()"),
      setTimeout: () => Reflect.apply(setTimeout, window, ["alert()", 0]),
    };
    return Object.entries(sinks).flatMap(([name, sink]) => {
      try {
        sink();
        return name;
      } catch {
        return [];
      }
    });
  });
}
