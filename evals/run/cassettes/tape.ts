import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type Task, taskSlug } from "../task.ts";

/** A server on the loopback that stands before a model server, or in place of one. */
export type Tape = {
  /** Its address. */
  root: string;
  /** The OpenAI path of the server that it stands for. */
  path: string;
  /** Whether a trial asked the model for what is not on the tape. */
  isMissed(task: Task): boolean;
  close(): Promise<void>;
};

/** The endpoint of one trial: the first part of its path names the trial, which is how its traffic is told from others'. */
export function endpointOf({ root, path }: Pick<Tape, "root" | "path">, task: Task): string {
  return `${root}/${taskSlug(task)}${path}`;
}

/** The trial that an address names, and the path at the model server. */
export function splitPath(url: string): { slug: string; path: string } | undefined {
  const { slug, path } = /^\/(?<slug>[a-z0-9-]+\.\d+)(?<path>\/.*)$/i.exec(url)?.groups ?? {};
  return slug === undefined || path === undefined ? undefined : { slug, path };
}

/** Starts a server that only this machine reaches. */
export async function listenOnLoopback(
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<unknown>,
): Promise<{ root: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    // Who asks may leave before all is said; nobody is there to be told.
    answer(request, response).catch(() => response.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return {
    root: `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}
