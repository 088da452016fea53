import { defineConfig } from 'vite';

// The server hands out help articles that link this sheet by name, so its name must not carry a hash.
const STABLE_SHEET = 'article.css';

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
        'sign-in': 'sign-in.html',
        identify: 'identify.html',
        'demo-bank': 'demo-bank.html',
        docs: 'docs.html',
        article: 'src/article.css',
      },
      output: {
        assetFileNames: (asset) =>
          asset.names.includes(STABLE_SHEET) ? `assets/${STABLE_SHEET}` : 'assets/[name]-[hash][extname]',
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
