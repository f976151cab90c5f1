// Whether the record page shows what the bytes say that were hashed: each readable value of the
// record is computed from them again. Not compared are the explanation beside a value, the targets
// of links, and when the log took the entry, which no leaf says. Who changed the page on its way
// could have changed this script, too; that is what the kit is for.

import { base64url } from "./tlog.js";

const OUTCOMES = { 1: "allowed", 2: "denied", 27: "error" };

/** Characters that eyes are deceived by are spelt out on pages; here they are what they were. */
const unspelt = (text) =>
  text.replace(/\u27e6U\+([0-9A-F]{4,6})\u27e7/g, (_, hex) => String.fromCodePoint(parseInt(hex, 16)));

const alike = (shown, said) => unspelt(shown).trim() === unspelt(said).trim();

const all = (selector, within = document) => [...within.querySelectorAll(selector)];

const texts = (selector) => all(selector).map((element) => element.textContent);

const sorted = (values) => JSON.stringify(values.map(unspelt).sort());

/**
 * Names of what is shown otherwise than said; none when the page shows what the entry says.
 *
 * @param word a text of the page: the outcomes', in its language
 */
export async function differing(found, word) {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(found.entry);
  const record = JSON.parse(text);
  const rows = await Promise.all(all("#fields ~ .wide tbody tr").map(row));
  const wrong = {
    index: (texts("h1")[0] ?? "").replace(/\D/g, "") !== String(found.index),
    leaf: !shows("leaf", base64url(found.leaf)),
    ...facts(record, word),
    actor: !actors(record, rows, word).some((said) => shows("actor", said)),
    objects: sorted(texts(".facts .object")) !== sorted((record.resources ?? []).map(({ uid }) => uid ?? "")),
    fields: sorted(rows.map(({ key }) => key)) !== sorted([...values(record, "")].map((value) => value.join(" "))),
    raw: !shows("raw", text),
  };
  return Object.keys(wrong).filter((name) => wrong[name]);
}

/** Whether exactly this is shown under this name, once. */
function shows(name, said) {
  const shown = texts(`[data-said="${name}"]`);
  return shown.length === 1 && alike(shown[0], said);
}

/** The same where something is said; else whether nothing is shown under this name. */
function optional(name, said) {
  return said ? shows(name, said) : all(`[data-said="${name}"]`).length === 0;
}

function facts({ time, api, actor: { user }, ...record }, word) {
  const outcome = OUTCOMES[record.disposition_id];
  const { purpose, tlp } = { ...record.unmapped, ...record.exchange };
  return {
    time: !shows("time", new Date(time).toISOString().slice(0, 19).replace("T", " ") + " UTC"),
    party: !shows("party", user.org.uid),
    operation: !shows("operation", api.operation),
    outcome: !shows("outcome", word(outcome)) || all(`.outcome.${outcome}[data-said]`).length !== 1,
    code: outcome === "allowed" ? !optional("code", "") : !shows("code", record.status_detail ?? ""),
    agency: !optional("agency", user.org.ou_name),
    purpose: !optional("purpose", purpose),
    marking: !optional("marking", tlp),
  };
}

/** In the record itself, or disclosed beside it; what is not may be erased, or somebody else's. */
function actors({ actor: { user } }, rows, word) {
  const said = user.uid ?? rows.find(({ path }) => path === "actor.user.uid")?.value;
  return said === undefined ? ["-", word("foreign")] : [said];
}

/** A row of the table: what is disclosed counts as the digest that it has. */
async function row(element) {
  const [path, value] = all("bdi", element).map((cell) => cell.textContent);
  const { disclosure } = element.dataset;
  if (disclosure === undefined) {
    return { path, value, key: path + " " + value };
  }
  const [, name, disclosed] = members(disclosure);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(disclosure)));
  const own = path.endsWith("." + name) && alike(value, disclosed);
  return { path, value, key: own ? path.slice(0, -name.length) + "_sd " + base64url(digest) : path + " " + value };
}

/** Salt, name and value; nothing of what is no disclosure. */
function members(disclosure) {
  try {
    const bytes = atob(disclosure.replaceAll("-", "+").replaceAll("_", "/"));
    return JSON.parse(new TextDecoder().decode(Uint8Array.from(bytes, (c) => c.charCodeAt(0))));
  } catch {
    return [];
  }
}

/** Each value of a record under the path that leads to it. */
function* values(node, path) {
  if (Array.isArray(node)) {
    for (const [i, item] of node.entries()) {
      yield* values(item, path.endsWith("._sd") ? path : `${path}[${i}]`);
    }
  } else if (typeof node === "object" && node !== null) {
    for (const [name, member] of Object.entries(node)) {
      yield* values(member, path ? path + "." + name : name);
    }
  } else {
    yield [path, String(node)];
  }
}
