import { z } from "zod";
import type { BackendProfile } from "./profiles.ts";

/** A JSON schema without the keyword that names its dialect, which grammar builders trip over, at any depth. */
function withoutDialect(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutDialect);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== "$schema")
      .map(([key, inner]) => [key, withoutDialect(inner)]),
  );
}

/** The body of a chat request as this kind of server wants it: the request's own fields win over the profile's. */
export function toRequestBody(
  body: Record<string, unknown>,
  profile: BackendProfile,
): Record<string, unknown> {
  const { tools, tool_choice, ...rest } = body;
  return {
    ...profile.body,
    ...rest,
    ...(tools !== undefined && { tools: withoutDialect(tools) }),
    ...(tool_choice !== undefined && profile.supports.toolChoice && { tool_choice }),
  };
}

const Fields = z.record(z.string(), z.unknown());

/** The text of a request without the fields that the profile adds. */
export function withoutExtras(body: string, profile: BackendProfile): string {
  const kept = Object.entries(Fields.parse(JSON.parse(body))).filter(
    ([key]) => !Object.hasOwn(profile.body, key),
  );
  return JSON.stringify(Object.fromEntries(kept));
}
