import { expect, test } from 'vitest';
import { reportState, reportStates, reportStateTitle } from './states.ts';

test('every state is reached from the first, by offices, citizens or merging', () => {
  const reached = new Set<string>(['received', 'merged', 'reopened']);
  for (const state of reportStates) for (const next of reportState(state).officeMoves) reached.add(next);
  expect([...reached].sort()).toEqual([...reportStates].sort());
});

test('an office never brings it where only citizens or merging can', () => {
  for (const state of reportStates) {
    for (const citizens of ['received', 'reopened', 'merged'] as const) {
      expect(reportState(state).officeMoves).not.toContain(citizens);
    }
    expect(reportState(state).officeMoves).not.toContain(state);
  }
});

test('what is closed is nobody’s turn, and the other way round', () => {
  for (const state of reportStates) {
    const { open, turn, officeMoves } = reportState(state);
    expect(turn === 'nobody').toBe(!open);
    if (!open) expect(officeMoves).toEqual([]);
    expect(reportStateTitle(state, 'vi')).not.toBe(reportStateTitle(state, 'en'));
  }
});
