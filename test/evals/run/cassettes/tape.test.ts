import { describe, expect, it } from "vitest";
import { endpointOf, listenOnLoopback, splitPath } from "../../../../evals/run/cassettes/tape.ts";
import { taskSlug } from "../../../../evals/run/task.ts";
import { parseEndpoint } from "../../../../server/backends/endpoint.ts";

const task = { case: "fit/grid/orin-nx-16gb+qwen3-8b~polite", trial: 2 };

describe("endpointOf()", () => {
  it.each(["/v1", "/openai", "/behind/v1"])("is an endpoint that leads to the trial and to %s", (path) => {
    const { openAI } = parseEndpoint(endpointOf({ root: "http://127.0.0.1:1", path }, task));
    const { pathname } = new URL(`${openAI}/chat/completions`);
    expect(splitPath(pathname)).toEqual({ slug: taskSlug(task), path: `${path}/chat/completions` });
  });

  it("leads to what the server has beside its OpenAI path", () => {
    const { root } = parseEndpoint(endpointOf({ root: "http://127.0.0.1:1", path: "/v1" }, task));
    expect(splitPath(new URL(`${root}/api/version`).pathname)).toEqual({
      slug: taskSlug(task),
      path: "/api/version",
    });
  });
});

describe("splitPath()", () => {
  it.each(["/", "/v1/models", "/../x.1/v1", "/a.1", "/%2e%2e.1/v1"])("finds no trial in %s", (url) => {
    expect(splitPath(url)).toBeUndefined();
  });
});

describe("listenOnLoopback()", () => {
  it("breaks a connection off whose answer fails, and answers others", async () => {
    const server = await listenOnLoopback(async ({ url }, response) => {
      if (url === "/bad") throw new Error("oops");
      response.end("good");
    });
    await expect(fetch(`${server.root}/bad`)).rejects.toThrow();
    expect(await (await fetch(`${server.root}/good`)).text()).toBe("good");
    await server.close();
    await expect(fetch(`${server.root}/good`)).rejects.toThrow();
  });
});
