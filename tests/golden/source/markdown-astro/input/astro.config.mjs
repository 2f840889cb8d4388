import { defineConfig } from 'astro/config';
import mdx from '@astrojs/mdx';

// site: 'https://wrong.example'
export default defineConfig({
  site: 'https://kiln.example',
  integrations: [mdx()],
});
