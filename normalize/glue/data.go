package glue

import (
	_ "embed"

	"ziping/text/datafile"
)

//go:embed cells.yaml
var cellsYAML []byte

// cellData is what cells.yaml says.
type cellData struct {
	Ops         string   `yaml:"ops"`
	Comparators []string `yaml:"comparators"`
	Joins       string   `yaml:"joins"`
	Year        string   `yaml:"year"`
	Month       string   `yaml:"month"`
	Day         string   `yaml:"day"`
	Until       []string `yaml:"until"`
	Figures     string   `yaml:"figures"`
	Ends        string   `yaml:"ends"`
	None        []string `yaml:"none"`
	Unfilled    string   `yaml:"unfilled"`
}

// data is the embedded file; every test of the package opens it.
var data = datafile.Once(cellsYAML, func(text []byte) (d cellData, err error) {
	return d, datafile.Decode("glue: cells", text, &d)
})()
