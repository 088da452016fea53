declare module 'swagger-ui-dist/swagger-ui-es-bundle.js' {
  /** Render the documentation of an OpenAPI description into an element. */
  export default function SwaggerUI(options: { url: string; dom_id: string; deepLinking: boolean }): void;
}
