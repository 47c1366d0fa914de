package tasks_test

import (
	"testing"

	"ziping/normalize/formtest"
)

// TestForms holds what is read of tables of tasks, and what is none.
func TestForms(t *testing.T) { formtest.Check(t, "testdata/forms.txt", formtest.Placed) }
