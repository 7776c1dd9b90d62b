import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Attempts, createAttempts } from "../../../server/http/attempts.ts";

const ADDRESS = "192.168.1.66";

async function countMany(
  attempts: Attempts,
  count: number,
  addressAt = (_: number) => ADDRESS,
): Promise<void> {
  for (let counted = 0; counted < count; counted++) await attempts.count(addressAt(counted));
}

describe("createAttempts()", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("locks an address after ten wrong tries, until a minute after the first", async () => {
    const attempts = createAttempts();
    await countMany(attempts, 9);
    await attempts.refuseLocked(ADDRESS);
    vi.advanceTimersByTime(30_000);
    await countMany(attempts, 1);
    await expect(attempts.refuseLocked(ADDRESS)).rejects.toMatchObject({
      code: "too-many-attempts",
      retryAfterSeconds: 30,
    });
    await attempts.refuseLocked("192.168.1.67");
    vi.advanceTimersByTime(30_000);
    await attempts.refuseLocked(ADDRESS);
  });

  it("refuses the eleventh of tries that were let through at the same moment", async () => {
    const attempts = createAttempts();
    await countMany(attempts, 10);
    await expect(attempts.count(ADDRESS)).rejects.toMatchObject({ code: "too-many-attempts" });
  });

  it("lets a thousand wrong tries a minute through from all addresses together", async () => {
    const attempts = createAttempts();
    await countMany(attempts, 999, (counted) => `fd00::${counted}`);
    await attempts.refuseLocked("fd00::ffff");
    await countMany(attempts, 1, () => "fd00::fffe");
    await expect(attempts.refuseLocked("fd00::ffff")).rejects.toMatchObject({ code: "too-many-attempts" });
    vi.advanceTimersByTime(60_000);
    await attempts.refuseLocked("fd00::ffff");
  });

  it("locks nobody for longer than a minute when the clock is set back", async () => {
    const attempts = createAttempts();
    await countMany(attempts, 10);
    vi.setSystemTime(Date.now() - 86_400_000);
    await expect(attempts.refuseLocked(ADDRESS)).rejects.toMatchObject({ retryAfterSeconds: 60 });
    vi.advanceTimersByTime(60_000);
    await attempts.refuseLocked(ADDRESS);
  });
});
