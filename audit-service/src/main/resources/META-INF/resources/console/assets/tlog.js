// What an auditor's browser checks of a receipt, with nothing but WebCrypto: C2SP tlog-proof,
// signed-note, tlog-checkpoint, tlog-cosignature, tlog-policy and RFC 6962. Pure: bytes in, verdicts
// out. It mirrors org.entente.log in Java and is tested against the same vectors; where both
// disagree, Java's is what counts and this is at fault.

const UTF8 = new TextEncoder();
const STRICT_UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Why something is refused; `code` is that of the Java library. */
export class Refused extends Error {
  constructor(code, detail) {
    super(detail);
    this.code = code;
  }
}

export function hex(bytes) {
  return Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join("");
}

export function base64url(bytes) {
  return btoa(String.fromCharCode(...bytes)).replace(/[+]/g, "-").replace(/[/]/g, "_").replace(/=+$/, "");
}

/** Base64 with padding, in its one canonical form. */
export function base64(text, code) {
  let bytes;
  try {
    bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  } catch {
    throw new Refused(code, "not base64");
  }
  if (btoa(String.fromCharCode(...bytes)) !== text) {
    throw new Refused(code, "not canonical base64");
  }
  return bytes;
}

function same(a, b) {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

function join(...parts) {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

async function sha256(...parts) {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", join(...parts)));
}

/** RFC 6962 section 2.1. */
export const leafHash = (entry) => sha256(Uint8Array.of(0), entry);
export const nodeHash = (left, right) => sha256(Uint8Array.of(1), left, right);

function decimal(text, code) {
  if (!/^(0|[1-9][0-9]{0,19})$/.test(text) || BigInt(text) >= 1n << 64n) {
    throw new Refused(code, "not a number: " + text);
  }
  return BigInt(text);
}

function bitLength(n) {
  return n === 0n ? 0 : n.toString(2).length;
}

function bitCount(n) {
  return n.toString(2).replaceAll("0", "").length;
}

/**
 * Folds an inclusion proof (RFC 9162 section 2.1.3.2), and tells each step for the drawing.
 *
 * @returns {Promise<{root: Uint8Array, steps: {left: boolean, sibling: Uint8Array, hash: Uint8Array}[]}>}
 *     left: the sibling stands left of what was known
 */
export async function foldInclusion(leaf, index, size, path) {
  if (index >= size) {
    throw new Refused("INDEX_OUTSIDE_TREE", `index ${index} in a tree of ${size}`);
  }
  const inner = bitLength(index ^ (size - 1n));
  const border = bitCount(index >> BigInt(inner));
  if (path.length !== inner + border) {
    throw new Refused("PROOF_LENGTH_WRONG", `${path.length} hashes instead of ${inner + border}`);
  }
  const steps = [];
  let hash = leaf;
  for (const [level, sibling] of path.entries()) {
    const left = level >= inner || ((index >> BigInt(level)) & 1n) === 1n;
    hash = await (left ? nodeHash(sibling, hash) : nodeHash(hash, sibling));
    steps.push({ left, sibling, hash });
  }
  return { root: hash, steps };
}

// 9999-12-31T23:59:59Z: no later time can be told.
const LATEST = 253402300799n;
const KINDS = { 1: "Ed25519", 4: "Ed25519 cosignature", 6: "ML-DSA-44" };

/** A verifier key: name+hash+key (C2SP signed-note). */
export async function verifierKey(text) {
  const parts = /^([^\s+]+)\+([0-9a-f]{8})\+(.+)$/u.exec(text);
  if (!parts || UTF8.encode(parts[1]).length > 255) {
    throw new Refused("KEY_MALFORMED", "not a verifier key");
  }
  const [, name, id, encoded] = parts;
  const typed = base64(encoded, "KEY_MALFORMED");
  const kind = KINDS[typed[0]];
  if (!kind || typed.length !== 1 + (typed[0] === 6 ? 1312 : 32)) {
    throw new Refused("KEY_MALFORMED", "a kind of key that is not known here");
  }
  const digest = await sha256(UTF8.encode(name), UTF8.encode("\n"), typed);
  if (hex(digest.subarray(0, 4)) !== id) {
    throw new Refused("KEY_MALFORMED", "the key id is not the key's");
  }
  return { name, id, kind, type: typed[0], bytes: typed.subarray(1) };
}

/**
 * Reads a policy file: logs, witnesses, groups and the quorum (C2SP tlog-policy). As in Java no key
 * comes twice and no name is in two groups, so that nobody counts twice towards a quorum.
 */
export async function policy(text) {
  const read = { logs: [], witnesses: new Map(), groups: new Map(), grouped: new Set(), quorum: null };
  for (const line of text.split("\n").map((l) => l.trim())) {
    const words = line.split(/[ \t]+/);
    if (line === "" || line.startsWith("#")) {
      continue;
    }
    if (words[0] === "log" && words.length >= 2) {
      read.logs.push(fresh(await verifierKey(words[1]), 4, read.logs));
    } else if (words[0] === "witness" && words.length >= 3) {
      free(words[1], read);
      read.witnesses.set(words[1], fresh(await verifierKey(words[2]), 1, [...read.witnesses.values()]));
    } else if (words[0] === "group" && words.length >= 4) {
      free(words[1], read);
      read.groups.set(words[1], group(words.slice(2), read));
    } else if (words[0] === "quorum" && words.length === 2 && read.quorum === null) {
      read.quorum = words[1];
    } else {
      throw new Refused("POLICY_MALFORMED", "a line that is not understood: " + line);
    }
  }
  if (read.quorum === null || !(read.quorum === "none" || defined(read.quorum, read))) {
    throw new Refused("POLICY_MALFORMED", "no quorum");
  }
  return read;
}

function defined(name, read) {
  return read.witnesses.has(name) || read.groups.has(name);
}

function free(name, read) {
  if (name === "none" || defined(name, read)) {
    throw new Refused("POLICY_MALFORMED", "a name that is taken: " + name);
  }
}

/** Two keys are the same when their bytes are, whatever name and type they have. */
function fresh(key, foreign, others) {
  if (key.type === foreign) {
    throw new Refused("POLICY_MALFORMED", "a key that is not of this kind of signer");
  }
  if (others.some((other) => same(other.bytes, key.bytes) || (other.name === key.name && other.id === key.id))) {
    throw new Refused("POLICY_MALFORMED", "the same key again");
  }
  return key;
}

function group([word, ...members], read) {
  for (const member of members) {
    if (!defined(member, read) || read.grouped.has(member)) {
      throw new Refused("POLICY_MALFORMED", "not defined above, or in a group already: " + member);
    }
    read.grouped.add(member);
  }
  const threshold = word === "all" ? members.length : word === "any" ? 1 : Number(decimal(word, "POLICY_MALFORMED"));
  if (threshold < 1 || threshold > members.length) {
    throw new Refused("POLICY_MALFORMED", "a group that cannot be");
  }
  return { threshold, members };
}

function holds(name, cosigned, read) {
  const group = read.groups.get(name);
  return group
    ? group.members.filter((member) => holds(member, cosigned, read)).length >= group.threshold
    : name === "none" || cosigned.has(name);
}

/** Reads a receipt (C2SP tlog-proof) with the entry as its extra. */
export function receipt(bytes) {
  const code = "RECEIPT_MALFORMED";
  let text;
  try {
    text = STRICT_UTF8.decode(bytes);
  } catch {
    throw new Refused(code, "not UTF-8");
  }
  const end = text.indexOf("\n\n");
  const lines = text.slice(0, end).split("\n");
  if (end < 0 || lines.shift() !== "c2sp.org/tlog-proof@v1") {
    throw new Refused(code, "not a tlog-proof");
  }
  const extra = lines[0]?.startsWith("extra ") ? base64(lines.shift().slice(6), code) : null;
  const index = lines.shift();
  if (!index?.startsWith("index ")) {
    throw new Refused(code, "no index");
  }
  const path = lines.map((line) => base64(line, code));
  if (path.length > 64 || path.some((hash) => hash.length !== 32)) {
    throw new Refused(code, "a hash that is none");
  }
  return { entry: extra, index: decimal(index.slice(6), code), path, note: note(text.slice(end + 2)) };
}

/** Splits a signed note into text and signature lines. */
export function note(text) {
  const code = "NOTE_MALFORMED";
  const blank = text.lastIndexOf("\n\n");
  if (blank < 0 || !text.endsWith("\n")) {
    throw new Refused(code, "no signatures");
  }
  const signatures = text
    .slice(blank + 2, -1)
    .split("\n")
    .map((line) => {
      const parts = /^\u2014 ([^\s+]+) (\S+)$/u.exec(line);
      const bytes = parts ? base64(parts[2], code) : [];
      if (bytes.length < 5) {
        throw new Refused(code, "a line that is no signature");
      }
      return { name: parts[1], id: hex(bytes.subarray(0, 4)), bytes: bytes.subarray(4) };
    });
  return { text: text.slice(0, blank + 1), signatures };
}

/** The signed text as a checkpoint (C2SP tlog-checkpoint), without extension lines. */
export function checkpoint(text) {
  const code = "CHECKPOINT_MALFORMED";
  const lines = text.split("\n");
  if (lines.length !== 4 || lines[0] === "" || lines[3] !== "") {
    throw new Refused(code, "not origin, size and root");
  }
  const root = base64(lines[2], code);
  if (root.length !== 32) {
    throw new Refused(code, "a root that is no hash");
  }
  return { origin: lines[0], size: decimal(lines[1], code), root };
}

function u64(number) {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, number);
  return bytes;
}

function short(text) {
  const bytes = UTF8.encode(text);
  return join(Uint8Array.of(bytes.length), bytes);
}

/** What a signature is over, and the bare signature: C2SP signed-note and tlog-cosignature. */
function signed(key, signature, text) {
  if (key.type === 1) {
    return { message: UTF8.encode(text), bare: signature };
  }
  const time = new DataView(signature.buffer, signature.byteOffset, 8).getBigUint64(0);
  const bare = signature.subarray(8);
  if (key.type === 4) {
    return { message: UTF8.encode(`cosignature/v1\ntime ${time}\n${text}`), bare, time };
  }
  const { origin, size, root } = checkpoint(text);
  const label = UTF8.encode("subtree/v1\n\0");
  const message = join(label, short(key.name), u64(time), short(origin), u64(0n), u64(size), root);
  return { message, bare, time };
}

async function publicKey(key) {
  return key.type === 6
    ? crypto.subtle.importKey("raw-public", key.bytes, { name: "ML-DSA-44" }, false, ["verify"])
    : crypto.subtle.importKey("raw", key.bytes, { name: "Ed25519" }, false, ["verify"]);
}

/**
 * Verifies one line with one key.
 *
 * @returns {Promise<{verdict: "valid" | "invalid" | "unchecked", time?: bigint}>} unchecked: this
 *     browser does not have the algorithm
 */
export async function verifyLine(key, signature, text) {
  let imported;
  try {
    imported = await publicKey(key);
  } catch {
    return { verdict: "unchecked" };
  }
  if (signature.length < 9) {
    return { verdict: "invalid" };
  }
  const { message, bare, time } = signed(key, signature, text);
  if (time !== undefined && (time === 0n || time > LATEST)) {
    return { verdict: "invalid" };
  }
  const name = key.type === 6 ? "ML-DSA-44" : "Ed25519";
  const valid = await crypto.subtle.verify({ name }, imported, bare, message);
  return { verdict: valid ? "valid" : "invalid", time };
}

/**
 * Judges every line of a note that a key of the policy should have made, as TlogPolicy does in Java.
 *
 * @returns {Promise<{lines: {who: string, role: "log" | "witness", kind: string, verdict: string,
 *     time?: bigint}[], strangers: string[], logged: boolean, quorum: "witnessed" | "undecided" |
 *     "sequenced"}>} strangers: ids of other keys that the log's name stands beside; logged:
 *     a key of the log of each kind has signed, as far as this browser can check; quorum: whether that of
 *     the witnesses has, undecided when it hangs on signatures that this browser cannot check
 */
export async function judge(signedNote, trusted) {
  const { origin } = checkpoint(signedNote.text);
  const keys = trusted.logs.filter((key) => key.name === origin);
  if (keys.length === 0) {
    throw new Refused("LOG_UNKNOWN", "the policy has no key of " + origin);
  }
  const ofKeys = [];
  for (const key of keys) {
    ofKeys.push({ who: origin, role: "log", ...(await lineOf(key, signedNote)) });
  }
  // While a log changes its keys a policy has two of a kind, of which one need not have signed.
  const signed = new Set(ofKeys.filter((line) => line.verdict !== "missing").map((line) => line.kind));
  const ofLog = ofKeys.filter((line) => line.verdict !== "missing" || !signed.has(line.kind));
  const lines = [...ofLog];
  for (const [who, key] of trusted.witnesses) {
    lines.push({ who, role: "witness", ...(await lineOf(key, signedNote)) });
  }
  const valid = (line) => line.verdict === "valid";
  const cosigned = (...verdicts) =>
    new Set(lines.filter((l) => l.role === "witness" && verdicts.includes(l.verdict)).map((l) => l.who));
  const reached = (names) => trusted.quorum !== "none" && holds(trusted.quorum, names, trusted);
  const strangers = signedNote.signatures
    .filter(({ name, id }) => name === origin && keys.every((key) => key.id !== id))
    .map(({ id }) => id);
  return {
    lines,
    strangers: [...new Set(strangers)],
    logged: ofLog.some(valid) && ofLog.every((l) => valid(l) || l.verdict === "unchecked"),
    quorum: reached(cosigned("valid"))
      ? "witnessed"
      : reached(cosigned("valid", "unchecked")) ? "undecided" : "sequenced",
  };
}

/** Of several lines of one key none may be invalid, and the earliest counts. */
async function lineOf(key, { text, signatures }) {
  const judged = [];
  for (const { name, id, bytes } of signatures) {
    if (name === key.name && id === key.id) {
      judged.push(await verifyLine(key, bytes, text));
    }
  }
  const counts = (a, b) => (a.verdict === "invalid" || (b.verdict !== "invalid" && a.time <= b.time) ? a : b);
  return { kind: key.kind, ...(judged.length === 0 ? { verdict: "missing" } : judged.reduce(counts)) };
}

/**
 * Checks a whole receipt against a policy.
 *
 * @returns everything that was found, step by step; `holds` only if nothing was refused
 */
export async function verify(bytes, policyText) {
  const found = receipt(bytes);
  if (found.entry === null) {
    throw new Refused("ENTRY_MISSING", "the receipt has no entry");
  }
  const head = checkpoint(found.note.text);
  const leaf = await leafHash(found.entry);
  const { root, steps } = await foldInclusion(leaf, found.index, head.size, found.path);
  const judged = await judge(found.note, await policy(policyText));
  return { ...found, head, leaf, root, steps, ...judged, included: same(root, head.root) };
}
