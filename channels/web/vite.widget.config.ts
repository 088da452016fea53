import { defineConfig } from 'vite';

// The widget alone, as one file without imports, so that any page of the same origin can load it with one script tag.
export default defineConfig({
  build: {
    target: 'es2022',
    emptyOutDir: false,
    lib: { entry: 'src/widget/standalone.ts', formats: ['es'], fileName: () => 'widget.js' },
    rolldownOptions: { output: { codeSplitting: false, minify: true } },
  },
});
