// A button beside each text that is there to be sent. Without scripts the text is selected and copied by hand.
for (const field of document.querySelectorAll("[data-copy]")) {
  const text = field.querySelector("textarea");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button small quiet";
  button.textContent = "Copier le message";
  const state = document.createElement("span");
  state.className = "hint";
  state.setAttribute("role", "status");
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text.value);
      state.textContent = "Message copié.";
    } catch {
      // plain http, or refused: the browser's own shortcut is left
      text.select();
      state.textContent = "Le message est sélectionné : copiez-le avec Ctrl + C.";
    }
  });
  const line = document.createElement("p");
  line.className = "actions";
  line.append(button, state);
  field.append(line);
}
