// The record page's "Verify in this browser": fetches the receipt and the policy, recomputes leaf
// hash, root and signatures with tlog.js, and shows each step. All texts come from the page, in its
// language; all values become text nodes, never markup.

import { differing } from "./shown.js";
import { base64url, hex, Refused, verify } from "./tlog.js";

const SVG = "http://www.w3.org/2000/svg";
const section = document.getElementById("verify");
const steps = document.getElementById("verify-steps");
const drawing = document.getElementById("verify-tree");

/** A text of the page, with its placeholders filled: <data value="leaf">… %0 …</data>. */
function word(name, ...values) {
  const text = section.querySelector(`data[value="${name}"]`).textContent;
  return values.reduce((filled, value, i) => filled.replaceAll("%" + i, () => value), text);
}

function step(verdict, text, detail) {
  const item = document.createElement("li");
  item.className = "step " + verdict;
  const mark = document.createElement("strong");
  mark.textContent = word(verdict);
  item.append(mark, " ", text);
  if (detail) {
    const code = document.createElement("code");
    code.textContent = detail;
    item.append(" ", code);
  }
  steps.append(item);
}

async function fetched(address) {
  const answer = await fetch(address, { credentials: "same-origin", cache: "no-store" });
  if (!answer.ok) {
    throw new Error(word("unreachable", String(answer.status)));
  }
  return answer;
}

/** The auditor's own policy file outranks what the service says about itself. */
async function policyText() {
  const own = document.getElementById("verify-policy").files[0];
  return own ? own.text() : (await fetched(section.dataset.policy)).text();
}

async function run() {
  steps.replaceChildren();
  drawing.replaceChildren();
  section.setAttribute("aria-busy", "true");
  try {
    const receipt = new Uint8Array(await (await fetched(section.dataset.receipt)).arrayBuffer());
    const found = await verify(receipt, await policyText());
    const shown = section.dataset.index === String(found.index) && section.dataset.leaf === base64url(found.leaf);
    tell(found, shown, shown ? await differing(found, word) : []);
  } catch (refused) {
    if (refused instanceof Refused) {
      step("wrong", refused.code, refused.message);
      verdict("broken");
    } else {
      // The log was not reached, the session has ended: no reason to accuse anybody of anything.
      step("open", word("failed"), refused.message);
      verdict("undone");
    }
  } finally {
    section.removeAttribute("aria-busy");
  }
}

function tell(found, shown, differences) {
  step("right", word("leaf", String(found.entry.length)), hex(found.leaf));
  step(shown ? "right" : "wrong", word("shown"), section.dataset.leaf);
  if (shown) {
    step(differences.length ? "wrong" : "right", word("readable"), differences.join(", "));
  }
  step("right", word("path", String(found.index), String(found.head.size), String(found.path.length)), hex(found.root));
  step(found.included ? "right" : "wrong", word("root"), hex(found.head.root));
  for (const line of found.lines) {
    tellSignature(line);
  }
  if (found.strangers.length > 0 && !found.logged) {
    step("open", word("strangers"), found.strangers.join(" "));
  }
  step(found.quorum === "witnessed" ? "right" : "open", word(found.quorum));
  draw(found);
  const sound = found.included && found.logged && found.lines.every((line) => line.verdict !== "invalid");
  verdict(!shown || !sound ? "broken" : differences.length ? "differs" : "holds");
}

function tellSignature({ role, who, kind, verdict, time }) {
  const signature = word(role, who, kind);
  const when = time === undefined ? "" : moment(time);
  if (verdict === "valid") {
    step("right", signature, when);
  } else {
    const broken = verdict === "invalid" || (verdict === "missing" && role === "log");
    step(broken ? "wrong" : "open", word(verdict) + " " + signature, when);
  }
}

/** Seconds; those that no date can express as they are. */
function moment(seconds) {
  return seconds > 8_640_000_000_000n ? String(seconds) : new Date(Number(seconds) * 1000).toISOString();
}

const MARKS = { holds: "right", differs: "wrong", broken: "wrong", undone: "open" };

function verdict(found) {
  section.dataset.verdict = found;
  step(MARKS[found], word(found));
}

/** The path from the leaf to the root, each level's sibling beside it. */
function draw({ steps: levels, leaf, included }) {
  const y = (level) => -34 * level;
  let x = 0;
  for (const [level, { left, sibling, hash }] of levels.entries()) {
    const parent = x + (left ? -14 : 14);
    const beside = x + (left ? -28 : 28) * 2;
    line(x, y(level), parent, y(level + 1));
    line(beside, y(level), parent, y(level + 1));
    node(beside, y(level), hex(sibling), "given");
    node(x, y(level), hex(level === 0 ? leaf : levels[level - 1].hash), level === 0 ? "leaf" : "computed");
    x = parent;
    if (level === levels.length - 1) {
      node(x, y(level + 1), hex(hash), included ? "root" : "root wrong");
    }
  }
  if (levels.length === 0) {
    node(x, y(0), hex(leaf), included ? "leaf root" : "leaf root wrong");
  }
  const box = drawing.getBBox();
  drawing.setAttribute("viewBox", `${box.x - 4} ${box.y - 4} ${box.width + 8} ${box.height + 8}`);
  drawing.setAttribute("width", String(box.width + 8));
}

function shape(kind, attributes) {
  const element = document.createElementNS(SVG, kind);
  Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, String(value)));
  drawing.append(element);
  return element;
}

function line(x1, y1, x2, y2) {
  shape("line", { x1, y1, x2, y2 });
}

function node(x, y, hash, kind) {
  const group = shape("g", { class: "node " + kind });
  const title = document.createElementNS(SVG, "title");
  title.textContent = hash;
  const box = shape("rect", { x: x - 26, y: y - 9, width: 52, height: 18, rx: 4 });
  const text = shape("text", { x, y: y + 4, "text-anchor": "middle" });
  text.textContent = hash.slice(0, 6);
  group.append(title, box, text);
}

const button = document.getElementById("verify-run");
button.addEventListener("click", run);
button.disabled = false;
