import { defineConfig } from 'vite';

// The server writes the help pages, which link these by name, so their names must not carry a hash.
const STABLE_ASSETS = ['src/article.css', 'src/icon.svg'];
const STABLE_SCRIPT = 'help';

export default defineConfig({
  build: {
    target: 'es2022',
    // Every page is same-origin and may run under a strict content policy: nothing inlined, no polyfill script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        index: 'index.html',
        console: 'console.html',
        board: 'board.html',
        'sign-in': 'sign-in.html',
        identify: 'identify.html',
        'demo-bank': 'demo-bank.html',
        messages: 'messages.html',
        'demo-mail': 'demo-mail.html',
        docs: 'docs.html',
        article: 'src/article.css',
        [STABLE_SCRIPT]: 'src/help/help.ts',
      },
      output: {
        entryFileNames: (chunk) => (chunk.name === STABLE_SCRIPT ? 'assets/[name].js' : 'assets/[name]-[hash].js'),
        assetFileNames: (asset) =>
          asset.originalFileNames.some((name) => STABLE_ASSETS.includes(name))
            ? 'assets/[name][extname]'
            : 'assets/[name]-[hash][extname]',
      },
    },
  },
  server: {
    proxy: {
      '/api': 'http://127.0.0.1:8000',
      '/help': 'http://127.0.0.1:8000',
      '/ws': { target: 'ws://127.0.0.1:8000', ws: true },
    },
  },
});
