const HOUR_MS = 3_600_000;
const MORNING = 9;
const MONDAY = 1;

/** When a thread can come back, by the agent's own clock. */
export function presets(now: Date): Record<string, Date> {
  const untilMonday = (MONDAY - now.getDay() + 7) % 7 || 7;
  return { hour: new Date(now.getTime() + HOUR_MS), tomorrow: morningIn(now, 1), monday: morningIn(now, untilMonday) };
}

function morningIn(now: Date, days: number): Date {
  const morning = new Date(now);
  morning.setDate(now.getDate() + days);
  morning.setHours(MORNING, 0, 0, 0);
  return morning;
}
