internal import Model

extension Configuration {
    /// What is in force, as YAML with every default shown; reading it back gives the same configuration.
    package func render() -> String {
        let renderer = YAMLRenderer()
        var copy = self
        copy.accept(renderer)
        return renderer.text
    }

    /// What is in force, as one JSON object with `schema`; durations and sizes are texts, as in YAML.
    package func renderJSON() -> String {
        let renderer = JSONRenderer()
        var copy = self
        renderer.writer.beginObject()
        renderer.writer.member("schema", 1)
        copy.accept(renderer)
        renderer.writer.endObject()
        return renderer.writer.string
    }
}
