package glue

import (
	"bytes"
	_ "embed"

	"go.yaml.in/yaml/v3"
)

//go:embed cells.yaml
var cellsYAML []byte

// cellData is what cells.yaml says.
type cellData struct {
	Ops         string   `yaml:"ops"`
	Comparators []string `yaml:"comparators"`
	Joins       string   `yaml:"joins"`
	Year        string   `yaml:"year"`
	Until       []string `yaml:"until"`
	Figures     string   `yaml:"figures"`
	Ends        string   `yaml:"ends"`
	None        []string `yaml:"none"`
}

// data is read once; a defect in it is caught by the tests.
var data = func() (d cellData) {
	dec := yaml.NewDecoder(bytes.NewReader(cellsYAML))
	dec.KnownFields(true)
	if err := dec.Decode(&d); err != nil {
		panic(err) // embedded data, opened by every test
	}
	return d
}()
