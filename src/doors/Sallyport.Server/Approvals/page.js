"use strict";
const at = (id) => document.getElementById(id);
let csrf = "";
let shown = "";

const trouble = (text) => { at("trouble").textContent = text; at("trouble").hidden = text === ""; };

const answer = async (request, card, verdict) => {
  const terms = card.querySelector(".terms").value;
  const body = { project: request.project, id: request.id, verdict };
  if (terms !== "once") { body.minutes = 30; body.like = terms === "like"; }
  if (request.denied) body.override = card.querySelector(".reason").value;
  const reply = await fetch("/approvals/answer", { method: "POST", headers: { "Content-Type": "application/json", "X-Sallyport-Csrf": csrf }, body: JSON.stringify(body) });
  const said = await reply.json();
  trouble(reply.ok ? "" : said.error);
  shown = "";
  await refresh();
};

const card = (request) => {
  const made = at("card").content.firstElementChild.cloneNode(true);
  const facts = made.querySelector("dl");
  const fact = (name, value) => {
    facts.append(Object.assign(document.createElement("dt"), { textContent: name }), Object.assign(document.createElement("dd"), { textContent: value }));
  };
  made.dataset.id = request.id;
  made.classList.toggle("denied", request.denied);
  made.querySelector("h2").textContent = `${request.agent} of ${request.person} ${request.denied ? "was denied this by policy" : "wants to do this"}`;
  made.querySelector("pre").textContent = request.action;
  for (const effect of request.effects) made.querySelector(".effects").append(Object.assign(document.createElement("li"), { textContent: effect }));
  fact("Request", request.id);
  fact("Folder", request.folder);
  fact("Policy", request.policy);
  fact("Session", request.session || "not named");
  fact("Denied at", new Date(request.expires).toLocaleTimeString());
  if (request.eyes > 1) fact("Needs", `${request.eyes} people${request.approved.length ? "; approved by " + request.approved.join(", ") : ""}`);
  made.querySelector(".why").hidden = !request.denied;
  made.querySelector(".approve").textContent = request.denied ? "Override" : "Approve";
  made.querySelector(".approve").addEventListener("click", () => answer(request, made, "approve"));
  made.querySelector(".deny").addEventListener("click", () => answer(request, made, "deny"));
  return made;
};

const refresh = async () => {
  const reply = await fetch("/approvals/list");
  at("login").hidden = reply.status !== 401;
  if (!reply.ok) return;
  const said = await reply.json();
  csrf = said.csrf;
  at("who").textContent = `You are ${said.name}`;
  const now = JSON.stringify(said.requests);
  // What a person is filling in must not be drawn over while nothing has changed.
  if (now === shown) return;
  shown = now;
  at("none").hidden = said.requests.length > 0;
  at("list").replaceChildren(...said.requests.map(card));
};

refresh();
setInterval(refresh, 2000);
