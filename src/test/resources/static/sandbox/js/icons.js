import { svg } from './dom.js';

const line = (paths) =>
  `<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${paths}</svg>`;

const ICONS = {
  back: line('<path d="M15 5l-7 7 7 7"/>'),
  more: '<svg viewBox="0 0 24 24" fill="currentColor" aria-hidden="true"><circle cx="5" cy="12" r="2"/><circle cx="12" cy="12" r="2.6"/><circle cx="19" cy="12" r="2"/></svg>',
  target: line('<circle cx="12" cy="12" r="8"/><circle cx="12" cy="12" r="2.6" fill="currentColor"/>'),
  bell: line('<path d="M6 16V11a6 6 0 1112 0v5l1.5 2h-15z"/><path d="M10 20.5a2.2 2.2 0 004 0"/>'),
  signal: '<svg viewBox="0 0 24 24" fill="currentColor" aria-hidden="true"><rect x="2" y="15" width="4" height="6" rx="1"/><rect x="8" y="11" width="4" height="10" rx="1"/><rect x="14" y="7" width="4" height="14" rx="1"/><rect x="20" y="3" width="4" height="18" rx="1"/></svg>',
  battery: '<svg viewBox="0 0 28 24" fill="none" stroke="currentColor" stroke-width="1.6" aria-hidden="true"><rect x="1" y="6" width="22" height="12" rx="3.5"/><rect x="3.6" y="8.6" width="15" height="6.8" rx="1.6" fill="currentColor" stroke="none"/><path d="M25.5 10v4" stroke-linecap="round"/></svg>',
  home: line('<path d="M4 11l8-7 8 7v8a1.5 1.5 0 01-1.5 1.5H15v-6H9v6H5.5A1.5 1.5 0 014 19z"/>'),
  orders: line('<rect x="5" y="3.5" width="14" height="17" rx="2.5"/><path d="M9 9h6M9 13h6M9 17h3"/>'),
  coupons: line('<path d="M3.5 7.5A1.5 1.5 0 015 6h14a1.5 1.5 0 011.5 1.5V10a2 2 0 000 4v2.5A1.5 1.5 0 0119 18H5a1.5 1.5 0 01-1.5-1.5V14a2 2 0 000-4z"/><path d="M14 6v2.5M14 11v2M14 15.5V18"/>'),
  me: line('<circle cx="12" cy="8" r="4"/><path d="M4.5 20.5a7.5 7.5 0 0115 0"/>'),
  tick: line('<path d="M5 12.5l4.5 4.5L19 7.5"/>'),
  close: line('<path d="M6 6l12 12M18 6L6 18"/>'),
  camera: line('<path d="M4 8h3l1.5-2.5h7L17 8h3a1 1 0 011 1v9a1 1 0 01-1 1H4a1 1 0 01-1-1V9a1 1 0 011-1z"/><circle cx="12" cy="13" r="3.5"/>'),
  car: line('<path d="M4 15.5v-3l2-5.5a2 2 0 011.9-1.3h8.2A2 2 0 0118 7l2 5.5v3"/><path d="M3 12.5h18v4.5H3z"/><path d="M6 17v2M18 17v2M7 14.8h1.5M15.5 14.8H17"/>'),
  box: line('<path d="M4 8l8-4 8 4v8l-8 4-8-4z"/><path d="M4 8l8 4 8-4M12 12v8"/>'),
  FLOWER: line('<circle cx="12" cy="9" r="2.3"/><path d="M12 6.7a2.6 2.6 0 110-4.2M12 6.7a2.6 2.6 0 100-4.2M9.8 9.8a2.6 2.6 0 11-3.5-2.4M14.2 9.8a2.6 2.6 0 103.5-2.4M12 11.5V21M12 17c-3 0-4.5-1.5-5-3.5M12 18.5c3 0 4.5-1.5 5-3.5"/>'),
  TOP_UP: line('<rect x="6.5" y="2.5" width="11" height="19" rx="2.5"/><path d="M12.8 7.5l-2.6 4.3h3.6l-2.6 4.3"/>'),
  MOVIE: line('<rect x="3" y="5" width="18" height="14" rx="2"/><path d="M7.5 5v14M16.5 5v14M3 9.7h4.5M3 14.3h4.5M16.5 9.7H21M16.5 14.3H21"/>'),
  FUEL: line('<path d="M4 20.5V5a1.5 1.5 0 011.5-1.5h7A1.5 1.5 0 0114 5v15.5M3 20.5h12M6.5 7h5v4h-5z"/><path d="M14 12h2a1.5 1.5 0 011.5 1.5v3a1.5 1.5 0 003 0V9.5L17.5 6.5"/>'),
  EV_CHARGE: line('<path d="M13 2.5L5.5 13H12l-1 8.5L18.5 11H12z"/>'),
  CAR_WASH: line('<path d="M4 17v-2l1.8-4A1.8 1.8 0 017.5 10h9a1.8 1.8 0 011.7 1L20 15v4H4zM7 19v1.5M17 19v1.5M7 15.5h1.5M15.5 15.5H17"/><path d="M7 3v3M12 2.5v3.5M17 3v3"/>'),
  MAINTENANCE: line('<path d="M14.5 6.5a4 4 0 015-1L16.5 8.5l.5 2 2 .5 2.5-3a4 4 0 01-5.2 5L9 20.2a2 2 0 01-3-3L13.5 10a4 4 0 011-3.5z"/>'),
  PAINT: line('<rect x="4" y="3.5" width="13" height="5.5" rx="1.5"/><path d="M17 6h3v5.5h-8V15"/><rect x="10.3" y="15" width="3.4" height="6" rx="1"/>'),
};

export const icon = (name) => svg(ICONS[name] ?? ICONS.box);
