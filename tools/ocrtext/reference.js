// Writes what onnxruntime makes of a picture, for the test that compares the engine
// of extract/ocr/text with it: for each step its best class and that one's probability.
//
//	npm install --ignore-scripts onnxruntime-node
//	node reference.js package/assets/ch_PP-OCRv4_rec_infer.onnx line.pgm > line.tsv
const ort = require('onnxruntime-node')
const fs = require('fs')

async function main(model, picture) {
  const bytes = fs.readFileSync(picture)
  const head = /^P5\s+(\d+)\s+48\s+255\s/.exec(bytes.toString('latin1', 0, 40))
  const width = Number(head[1])
  const plane = 48 * width
  const input = new Float32Array(3 * plane)
  for (let i = 0; i < 3 * plane; i++) input[i] = bytes[head[0].length + (i % plane)] / 127.5 - 1
  const session = await ort.InferenceSession.create(model)
  const result = await session.run({ x: new ort.Tensor('float32', input, [1, 3, 48, width]) })
  const out = Object.values(result)[0]
  const classes = out.dims[2]
  for (let t = 0; t < out.dims[1]; t++) {
    const row = out.data.subarray(t * classes, (t + 1) * classes)
    const best = row.indexOf(Math.max(...row))
    console.log(`${best}\t${row[best].toFixed(5)}`)
  }
}

main(...process.argv.slice(2))
