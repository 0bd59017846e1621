// Sallyport's plugin for OpenCode: every event goes to the gate, and what the gate refuses, or cannot judge, is thrown.
import { spawn } from "node:child_process"

const program = "sallyport"
const limit = 20000

const ask = (event, cwd) =>
  new Promise((resolve, reject) => {
    const refuse = (why) => reject(new Error(`Sallyport refuses this: ${why}`))
    const child = spawn(program, ["hook", "opencode", event.event], { stdio: ["pipe", "pipe", "pipe"] })
    const timer = setTimeout(() => { child.kill("SIGKILL"); refuse("the gate did not answer in time") }, limit)
    let out = "", err = ""
    child.stdout.on("data", (data) => (out += data))
    child.stderr.on("data", (data) => (err += data))
    child.stdin.on("error", () => {})
    child.on("error", (error) => { clearTimeout(timer); refuse(`the gate could not be started (${error.message})`) })
    child.on("close", (code) => {
      clearTimeout(timer)
      let answer
      try { answer = JSON.parse(out) } catch { return refuse(err.trim() || `the gate ended with ${code} and without an answer`) }
      if (code !== 0 || !["allow", "ask", "rewrite"].includes(answer.decision)) return refuse(answer.reason || err.trim() || `the gate ended with ${code}`)
      resolve(answer)
    })
    child.stdin.end(JSON.stringify({ ...event, cwd }))
  })

export const Sallyport = async ({ directory, worktree }) => {
  const cwd = directory || worktree || process.cwd()
  const prompt = (name) => async (input, output) => {
    for (const part of output.parts ?? []) {
      if (part.type !== "text" || typeof part.text !== "string") continue
      const answer = await ask({ event: name, session: input.sessionID ?? "", text: part.text }, cwd)
      if (answer.decision === "rewrite") part.text = answer.text
      else if (answer.decision !== "allow") throw new Error(`Sallyport refuses this: ${answer.reason}`)
    }
  }
  return {
    "chat.message": prompt("chat.message"),
    "command.execute.before": prompt("command.execute.before"),
    "tool.execute.before": async (input, output) => {
      const answer = await ask({ event: "tool.execute.before", session: input.sessionID ?? "", call: input.callID ?? "", tool: input.tool, args: output.args ?? {} }, cwd)
      if (answer.decision === "rewrite") output.args = answer.args
      else if (answer.decision !== "allow") throw new Error(`Sallyport refuses this: ${answer.reason}`)
    },
    "tool.execute.after": async (input, output) => {
      try {
        const answer = await ask({ event: "tool.execute.after", session: input.sessionID ?? "", call: input.callID ?? "", tool: input.tool, args: input.args ?? {}, text: String(output.output ?? "") }, cwd)
        if (answer.decision === "rewrite") output.output = answer.text
      } catch (error) {
        output.output = `[withheld: ${error.message}]`
        output.metadata = {}
      }
    },
    "permission.ask": async (input, output) => {
      try {
        const answer = await ask({ event: "permission.ask", session: input.sessionID ?? "", call: input.callID ?? "", tool: input.type ?? "", args: input.metadata ?? {} }, cwd)
        if (answer.decision !== "allow") output.status = answer.decision === "ask" ? "ask" : "deny"
      } catch {
        output.status = "deny"
      }
    },
    event: async ({ event }) => {
      if (event.type !== "session.created" && event.type !== "session.deleted") return
      await ask({ event: event.type, session: event.properties?.info?.id ?? "" }, cwd)
    },
  }
}
