/** Reconciliation of wallets with their ledgers. It reads all entries, so it runs on demand only. */
import { identifier, number } from './format.js';
import { list } from './list.js';
import { button } from './panel.js';

/** @type {import('./main.js').View} */
export const wallets = { name: 'wallets', title: 'Wallets', panels: () => [reconciliation()] };

function reconciliation() {
  const panel = list({
    title: 'Reconciliation',
    caption: 'Wallets that disagree with their ledgers',
    path: '/wallets/reconciliation',
    seconds: 0,
    prompt: 'A reconciliation reads the entries of all wallets.',
    controls: [button('Reconcile now', () => panel.resume())],
    empty: 'All wallets agree with their ledgers and holds.',
    columns: () => [
      { label: 'User', value: ({ userId }) => identifier(userId) },
      { label: 'Balance', isNumber: true, value: ({ balance }) => number(balance) },
      { label: 'Sum of entries', isNumber: true, value: ({ ledgerTotal }) => number(ledgerTotal) },
      { label: 'Held', isNumber: true, value: ({ held }) => number(held) },
      { label: 'Sum of holds', isNumber: true, value: ({ holdsTotal }) => number(holdsTotal) },
      { label: 'Entries', isNumber: true, value: ({ entries }) => number(entries) },
      { label: 'Last position', isNumber: true, value: ({ lastSeq }) => number(lastSeq) },
      { label: 'Broken entries', isNumber: true, value: ({ brokenEntries }) => number(brokenEntries) },
    ],
  });
  return panel;
}
