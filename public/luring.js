// What the last person who signed in typed on this device and is not sent yet (lib/live/outbox.ts), to be read
// without network. Nothing is sent from here: as soon as the server answers, the page that was wanted opens.
const state = document.getElementById('keadaan');
const list = document.getElementById('ketikan');

show().catch(() => {
  state.textContent = 'Peramban ini tidak menyimpan ketikan, atau belum ada yang disimpan.';
});
document.getElementById('lagi').addEventListener('click', openAgain);
addEventListener('online', openAgain);
setInterval(openAgain, 5_000);

async function openAgain() {
  const answer = await fetch('/api/health', { cache: 'no-store' }).catch(() => null);
  if (answer?.ok) location.reload();
}

async function show() {
  const person = localStorage.getItem('rembug.person');
  const entries = (await readAll()).filter(({ key }) => key[0] === person);
  const count = entries.reduce((sum, { value }) => sum + rowsOf(value).length, 0);
  state.textContent =
    count === 0
      ? 'Tidak ada ketikan yang menunggu di perangkat ini.'
      : `Belum terkirim (${count}), tersimpan di perangkat ini.`;
  list.replaceChildren(...entries.map(({ value }) => sectionOf(value)));
}

function sectionOf(entry) {
  const section = document.createElement('section');
  const title = document.createElement('h2');
  title.textContent = entry.about?.title || 'Isian tanpa nama';
  const facts = document.createElement('dl');
  for (const { label, text, message } of rowsOf(entry)) {
    const [term, value] = [document.createElement('dt'), document.createElement('dd')];
    term.textContent = label;
    value.textContent = text;
    if (message) value.append(Object.assign(document.createElement('small'), { textContent: message }));
    facts.append(term, value);
  }
  section.append(title, facts);
  return section;
}

/** The newest text of each field: what is typed now stands over what is under way. */
function rowsOf(entry) {
  const underWay = (entry.flight ?? []).flatMap(({ fields }) => Object.entries(fields));
  const rows = new Map(underWay.map(([field, value]) => [field, { text: say(value) }]));
  for (const [field, kept] of Object.entries(entry.fields ?? {})) {
    const text = kept.kind === 'unread' ? kept.text : say(kept.conflict ? kept.conflict.mine : kept.value);
    rows.set(field, { text, message: kept.message });
  }
  return [...rows].map(([field, row]) => ({ ...row, label: entry.about?.labels?.[field] ?? 'Isian lain' }));
}

function say(value) {
  if (value === null || value === '') return 'kosong';
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value !== 'object') return String(value);
  const number = part => String(part).replace('.', ',');
  const range = value.high === null ? number(value.low) : `${number(value.low)} sampai ${number(value.high)}`;
  return value.low === null ? (value.text ?? value.skipReason ?? 'kosong') : range;
}

function readAll() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('rembug');
    // A database that is not there must not come to be without its store.
    request.onupgradeneeded = () => request.transaction.abort();
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const entries = [];
      const cursor = request.result.transaction('outbox').objectStore('outbox').openCursor();
      cursor.onerror = () => reject(cursor.error);
      cursor.onsuccess = () => {
        const { result } = cursor;
        if (!result) return resolve(entries);
        entries.push({ key: result.key, value: result.value });
        result.continue();
      };
    };
  });
}
