package listhead_test

import (
	"testing"

	"ziping/normalize/formtest"
)

// TestForms reads the forms of other packages, which hold rules of this one too.
func TestForms(t *testing.T) {
	formtest.Check(t, "../place/testdata/forms.txt", formtest.Placed)
	formtest.Check(t, "../funds/testdata/forms.txt", formtest.Placed)
}
