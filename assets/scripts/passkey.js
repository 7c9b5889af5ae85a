import './webauthn.js';

// Asks the browser for a passkey and sends its answer with the form it stands in.
const { browserSupportsWebAuthn, startAuthentication, startRegistration } = globalThis.SimpleWebAuthnBrowser;

for (const place of document.querySelectorAll('[data-passkey]')) {
  const form = place.closest('form');
  const button = place.querySelector('button');
  const failed = place.querySelector('[data-passkey-failed]');
  if (!browserSupportsWebAuthn()) continue;
  place.querySelector('[data-passkey-without]').hidden = true;
  place.querySelector('[data-passkey-with]').hidden = false;
  button.addEventListener('click', async () => {
    failed.hidden = true;
    button.disabled = true;
    const optionsJSON = JSON.parse(place.dataset.ask);
    try {
      const ask = place.dataset.passkey === 'make' ? startRegistration : startAuthentication;
      form.elements.passkey.value = JSON.stringify(await ask({ optionsJSON }));
      form.submit();
    } catch {
      button.disabled = false;
      failed.hidden = false;
    }
  });
}
