package normalize

import (
	"encoding/json"
	"fmt"
	"os"
	"testing"

	"ziping/extract"
	"ziping/extract/tabin"
)

func TestDump(t *testing.T) {
	path := os.Getenv("DUMP")
	if path == "" {
		t.Skip("DUMP is not set")
	}
	data, _ := os.ReadFile(path)
	doc, err := tabin.Read(data, extract.Options{Limits: extract.DefaultLimits()})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range Run(doc, Options{}) {
		b, _ := json.MarshalIndent(f.Report, "", " ")
		fmt.Println(string(b))
	}
}
